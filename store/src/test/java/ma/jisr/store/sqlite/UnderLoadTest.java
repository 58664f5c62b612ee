package ma.jisr.store.sqlite;

import static ma.jisr.store.UnderTest.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.UnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to the files while turns keep coming: the log is cut, the check runs beside. */
final class UnderLoadTest {
  private static final int PEOPLE = 100;

  /** Rounds after which the test gives up: some 200 MB of log. */
  private static final int MOST_ROUNDS = 2_000;

  private static final long SMALL_LOG = 2 << 20;

  @TempDir Path folder;

  /** Writes and reads everybody again and again until it is enough; returns the version reached. */
  private static long write(SqliteStore store, BooleanSupplier enough) {
    long version = 0;
    for (; version < MOST_ROUNDS && !(version > 1 && enough.getAsBoolean()); version++) {
      List<CompletableFuture<?>> round = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        Document next = KillTest.body("p" + i, version);
        round.add(
            version == 0
                ? store.insert("people", List.of(next), Priority.TURN).thenApply(List::getFirst)
                : store.replaceIf("people", next, Priority.TURN));
        round.add(store.get("people", "p" + i));
      }
      for (int i = 0; i < round.size(); i += 2)
        assertEquals(version == 0 ? Outcome.INSERTED : Outcome.REPLACED, get(round.get(i)));
    }
    return version - 1;
  }

  private static void everybodyIs(SqliteStore store, long version) {
    for (int i = 0; i < PEOPLE; i++)
      assertEquals(
          KillTest.body("p" + i, version), get(store.get("people", "p" + i)).orElseThrow());
  }

  @Test
  void theLogIsCutWhenItPassesItsSizeAndNothingIsLost() {
    Path log = folder.resolve("live.db-wal");
    long[] highest = {0};
    long reached;
    try (SqliteStore store =
        SqliteStore.open(folder, UnderTest.SPECS, Settings.usual().withWalBytes(SMALL_LOG))) {
      reached =
          write(
              store,
              () -> {
                long size = size(log);
                boolean cut = highest[0] >= SMALL_LOG && size < highest[0] / 2;
                highest[0] = Math.max(highest[0], size);
                return cut;
              });
      assertTrue(reached < MOST_ROUNDS - 1, "never cut; it reached " + highest[0] + " bytes");
      everybodyIs(store, reached);
    }
    try (SqliteStore again = SqliteStore.open(folder, UnderTest.SPECS)) {
      everybodyIs(again, reached);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void theCheckRunsBesideWriting() {
    try (SqliteStore store = SqliteStore.open(folder, UnderTest.SPECS)) {
      write(store, () -> true);
      CompletableFuture<StoreCheck.Report> check = CompletableFuture.supplyAsync(store::check);
      List<CompletableFuture<?>> more = new ArrayList<>();
      long version = 2;
      // Writes until the check is done, and at least once.
      do {
        for (int i = 0; i < PEOPLE; i++)
          more.add(store.replaceIf("people", KillTest.body("p" + i, version), Priority.TURN));
        more.forEach(write -> assertEquals(Outcome.REPLACED, get(write)));
        more.clear();
        version++;
      } while (!check.isDone());
      StoreCheck.Report report = get(check);
      assertTrue(report.clean(), report.toString());
      assertEquals(PEOPLE, report.documents().get("people"));
      everybodyIs(store, version - 1);
    }
  }

  /**
   * A process that reads a file as its last user deletes the log at its end. The locks of the
   * running store must keep it from believing so, after a check too.
   */
  @Test
  void anotherProgramThatReadsTheFileTakesNothingAway() throws Exception {
    try (SqliteStore store = SqliteStore.open(folder, UnderTest.SPECS)) {
      long version = write(store, () -> true);
      assertTrue(store.check().clean());
      assertEquals(Integer.toString(PEOPLE), count());
      assertTrue(size(folder.resolve("live.db-wal")) > 0, "the log is still there");
      assertEquals(
          Outcome.REPLACED,
          get(store.replaceIf("people", KillTest.body("p0", version + 1), Priority.TURN)));
      assertEquals(Integer.toString(PEOPLE), count());
    }
    try (SqliteStore again = SqliteStore.open(folder, UnderTest.SPECS)) {
      assertEquals(3, get(again.get("people", "p0")).orElseThrow().version() + 1);
    }
  }

  /** Counts the people in another process, as an administrator's sqlite3 would. */
  private String count() throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Counter.class.getName(),
                folder.resolve("live.db").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      return String.join("\n", lines.lines().toList());
    } finally {
      child.waitFor();
    }
  }
}
