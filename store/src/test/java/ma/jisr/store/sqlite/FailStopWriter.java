package ma.jisr.store.sqlite;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.StoreException;
import ma.jisr.store.UnderTest;

/** The child of the fail-stop test: inserts until the disk refuses, then tries to go on. */
final class FailStopWriter {
  private FailStopWriter() {}

  public static void main(String[] args) {
    try (SqliteStore store = SqliteStore.open(Path.of(args[0]), UnderTest.SPECS)) {
      int n = 0;
      String answer = insert(store, n);
      for (; answer.equals("INSERTED"); answer = insert(store, ++n)) System.out.println("p" + n);
      // A commit that failed may be on disk all the same: then the next one tells why.
      if (answer.equals("UNKNOWN")) answer = insert(store, ++n);
      System.out.println(answer);
      System.out.println("then " + insert(store, ++n));
      System.out.println("read " + store.getAll("people", List.of("p0")).join().size());
    }
    System.out.println("end");
  }

  private static String insert(SqliteStore store, int n) {
    Document document = KillTest.body("p" + n, 0);
    try {
      List<Outcome> outcomes = store.insert("people", List.of(document), Priority.TURN).join();
      return outcomes.getFirst().toString();
    } catch (CompletionException e) {
      return e.getCause() instanceof StoreException known ? known.kind().toString() : "odd";
    }
  }
}
