package ma.jisr.store.mongo;

import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import ma.jisr.store.StoreException;
import ma.jisr.store.StoreException.Kind;
import org.bson.BsonMaximumSizeExceededException;

/** What the driver's errors mean to callers. Branches on types and codes, never on messages. */
final class Faults {
  /** An insert's {@code _id}, or another unique value, is taken. */
  static final int DUPLICATE_KEY = 11000;

  private Faults() {}

  /** Whether the server certainly has not got the request. */
  static boolean neverSent(Throwable thrown) {
    Throwable e = cause(thrown);
    return e instanceof MongoTimeoutException
        || e instanceof MongoSocketOpenException
        || e instanceof MongoSecurityException
        || e instanceof IllegalStateException
        || e instanceof BsonMaximumSizeExceededException;
  }

  static StoreException of(Throwable thrown) {
    Throwable e = cause(thrown);
    return switch (e) {
      case StoreException known -> known;
      case MongoExecutionTimeoutException slow ->
          new StoreException(Kind.BUSY, "MongoDB did not finish in time", slow);
      case MongoSecurityException denied ->
          new StoreException(Kind.UNREACHABLE, "MongoDB refuses the credentials", denied);
      case BsonMaximumSizeExceededException big ->
          new StoreException(Kind.INVALID, "larger than MongoDB takes", big);
      case MongoException known -> of(known.getCode(), known);
      case IllegalStateException closed ->
          new StoreException(Kind.CLOSED, "the store has been closed", closed);
      default -> new StoreException(Kind.INVALID, "the call failed in an unforeseen way", e);
    };
  }

  /** By the server's error_codes.yml; an unknown code may pass, so it may be tried again. */
  static StoreException of(int code, Throwable cause) {
    return switch (code) {
      case 2, 9, 14, 15, 17280, 10334 ->
          new StoreException(Kind.INVALID, "refused by MongoDB, code " + code);
      case 85, 86 ->
          new StoreException(
              Kind.INVALID,
              "a declared index is there with other fields: drop it in MongoDB first (code "
                  + code
                  + ")");
      case 14031 -> new StoreException(Kind.FULL, "MongoDB's disk is full", cause);
      default -> new StoreException(Kind.UNREACHABLE, "MongoDB does not answer", cause);
    };
  }

  /** The same answer, failing with nothing but {@link StoreException}. */
  static <T> CompletableFuture<T> told(CompletableFuture<T> answer) {
    CompletableFuture<T> told = new CompletableFuture<>();
    var unused =
        answer.whenComplete(
            (value, error) -> {
              if (error == null) told.complete(value);
              else told.completeExceptionally(of(error));
            });
    return told;
  }

  private static Throwable cause(Throwable e) {
    return e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
  }
}
