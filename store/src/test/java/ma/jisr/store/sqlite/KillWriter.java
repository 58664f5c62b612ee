package ma.jisr.store.sqlite;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.UnderTest;

/**
 * The child of the kill test: writes without end and prints {@code id version} once a write has
 * been acknowledged. Arguments: folder, seed.
 */
final class KillWriter {
  private static final int PEOPLE = 300;
  private static final int IN_FLIGHT = 64;

  private KillWriter() {}

  public static void main(String[] args) throws InterruptedException {
    PrintStream out = System.out;
    SqliteStore store = SqliteStore.open(Path.of(args[0]), UnderTest.SPECS);
    Random random = new Random(Long.parseLong(args[1]));
    long[] versions = new long[PEOPLE];
    for (int i = 0; i < PEOPLE; i++)
      versions[i] = store.get("people", "p" + i).join().map(Document::version).orElse(-1L);
    Semaphore room = new Semaphore(IN_FLIGHT);
    for (long n = 0; ; n++) {
      room.acquire();
      int person = random.nextInt(PEOPLE);
      long version = ++versions[person];
      Document next = KillTest.body("p" + person, version);
      var written =
          version == 0
              ? store.insert("people", List.of(next), Priority.TURN).thenApply(List::getFirst)
              : store.replaceIf("people", next, Priority.TURN);
      if (n % 3 == 0) {
        var unused =
            store.increment("log", "total", java.util.Map.of("n", 1L), Priority.BACKGROUND);
      }
      var unused =
          written.thenAccept(
              outcome -> {
                if (outcome == Outcome.INSERTED || outcome == Outcome.REPLACED)
                  out.print(next.id() + " " + version + "\n");
                else out.print("wrong " + outcome + "\n");
                out.flush();
                room.release();
              });
    }
  }
}
