package ma.jisr.gateway.account;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import ma.jisr.base.Ulid;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.DayPart;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;

/**
 * The trail of who changed and read what, a part a day. It is added to, and thrown away by age;
 * never changed. Callable from any thread.
 */
public final class Audit {
  /** What the socket's commands stand for: whoever may become the account that runs Jisr. */
  public static final String OWNER = "owner";

  /** Its collection, a part a day. */
  public static final String COLLECTION = "audit";

  /** How long it is usually kept: what is asked about an account's doings is asked in a year. */
  public static final Duration KEEP = Duration.ofDays(365);

  private final JsonMapper mapper = new JsonMapper();
  private final Store store;
  private final RandomGenerator random;
  private final AtomicInteger written = new AtomicInteger();

  public Audit(Store store, RandomGenerator random) {
    this.store = store;
    this.random = random;
  }

  /**
   * A line of the trail.
   *
   * @param id orders the lines of a day by time
   * @param at when
   * @param who did it
   * @param did the operation's name
   * @param of the id of what it was done to; "" for many things, or none
   * @param status of HTTP; {@link #ASKED} before a change is tried
   */
  public record Line(String id, Instant at, Who who, String did, String of, int status) {
    /** What is going to be tried: stands in the trail before it is done. */
    public static final int ASKED = 0;

    /** Longest {@code of}, characters; the rest is cut off. */
    static final int MAX_OF = 64;
  }

  /**
   * Who did something, and from where.
   *
   * @param by an account's id, {@link #OWNER}, or the inbox that files are put into
   * @param token the id of the token that was shown; "" without one
   * @param from the address that it came from, or the way by a phone or a file; "" for the
   *     administration socket
   */
  public record Who(String by, String token, String from) {
    /** Somebody at the administration socket. */
    public static Who at(String by) {
      return new Who(by, "", "");
    }
  }

  static CollectionSpec spec() {
    return CollectionSpec.daily(COLLECTION, Area.BULK);
  }

  /** Completes when the line is durable; fails when that is not certain. */
  public CompletableFuture<Void> write(Instant at, Who who, String did, String of, int status) {
    String id = id(at);
    String json =
        mapper
            .createObjectNode()
            .put("at", at.toEpochMilli())
            .put("by", who.by())
            .put("token", who.token())
            .put("from", who.from())
            .put("did", did)
            .put("of", of.substring(0, Math.min(Line.MAX_OF, of.length())))
            .put("status", status)
            .toString();
    return store
        .insert(
            DayPart.at(COLLECTION, at).name(),
            List.of(new Document(id, 0, id, json)),
            Priority.TURN)
        .thenAccept(
            outcomes -> {
              if (!outcomes.equals(List.of(Outcome.INSERTED)))
                throw new IllegalStateException("the audit trail could not be written");
            });
  }

  /**
   * Lines of a day (UTC), oldest first.
   *
   * @param after the id of the last line seen; "" to begin
   * @param most 1 to {@link ma.jisr.store.Query#MAX_LIMIT}
   */
  public CompletableFuture<List<Line>> read(LocalDate day, String after, int most) {
    return store
        .scan(new DayPart(COLLECTION, day).name(), after, most)
        .thenApply(
            found -> {
              List<Line> lines = new ArrayList<>();
              for (Document document : found) lines.add(line(document));
              return lines;
            });
  }

  /** Today, as the trail counts days. */
  public static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private Line line(Document stored) {
    try {
      JsonNode json = mapper.readTree(stored.json());
      return new Line(
          stored.id(),
          Instant.ofEpochMilli(json.path("at").asLong()),
          new Who(
              json.path("by").asText(), json.path("token").asText(), json.path("from").asText()),
          json.path("did").asText(),
          json.path("of").asText(),
          json.path("status").asInt());
    } catch (JacksonException e) {
      throw new IllegalStateException("a line of the audit trail cannot be read", e);
    }
  }

  /** Lines of one millisecond and one process are in the order of their writing. */
  private String id(Instant at) {
    byte[] octets = new byte[Ulid.RANDOM_LENGTH];
    random.nextBytes(octets);
    ByteBuffer.wrap(octets).putInt(written.getAndIncrement());
    return Ulid.of(at, octets).text();
  }
}
