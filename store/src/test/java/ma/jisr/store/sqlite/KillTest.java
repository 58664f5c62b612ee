package ma.jisr.store.sqlite;

import static ma.jisr.store.UnderTest.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import ma.jisr.store.Document;
import ma.jisr.store.UnderTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A child process writes, is killed with SIGKILL at random moments, and nothing that it had
 * acknowledged is missing. What a kill does not show is a power cut: the kernel lives on.
 */
final class KillTest {
  @TempDir Path folder;

  @Test
  void nothingAcknowledgedIsMissingAfterThreeKills() throws Exception {
    kills(3, 20261121);
  }

  @Test
  @Tag("long")
  void nothingAcknowledgedIsMissingAfterManyKills() throws Exception {
    kills(25, 42);
  }

  /** A body that proves itself whole: its text follows from id and version. */
  static Document body(String id, long version) {
    String text = (id + ":" + version + " ").repeat((int) (20 + version % 80));
    String json = "{\"due\":" + version % 10 + ",\"text\":\"" + text + "\"}";
    return new Document(id, version, "w" + version, json);
  }

  private void kills(int kills, long seed) throws Exception {
    Random random = new Random(seed);
    Map<String, Long> acknowledged = new HashMap<>();
    for (int kill = 0; kill < kills; kill++) {
      int before = 200 + random.nextInt(3_000);
      read(child(random.nextLong()), before, acknowledged);
      check(acknowledged);
    }
    assertTrue(StoreCheck.of(folder, UnderTest.SPECS).clean());
  }

  private Process child(long seed) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "--enable-native-access=ALL-UNNAMED",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            KillWriter.class.getName(),
            folder.toString(),
            Long.toString(seed))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /**
   * Reads so many lines, kills (by the handle, which leaves the pipe open), and reads what had
   * still been said. The last line may be torn.
   */
  private static void read(Process child, int before, Map<String, Long> acknowledged)
      throws IOException, InterruptedException {
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      String last = null;
      int count = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (last != null) acknowledge(last, acknowledged);
        last = line;
        if (++count == before) child.toHandle().destroyForcibly();
      }
      assertTrue(count >= before, "the child ended by itself after " + count + " lines");
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  private static void acknowledge(String line, Map<String, Long> acknowledged) {
    String[] words = line.split(" ", -1);
    assertTrue(words[0].startsWith("p"), line);
    acknowledged.merge(words[0], Long.valueOf(words[1]), Math::max);
  }

  private void check(Map<String, Long> acknowledged) {
    try (SqliteStore store = SqliteStore.open(folder, UnderTest.SPECS)) {
      acknowledged.forEach(
          (id, version) -> {
            Document found = get(store.get("people", id)).orElse(null);
            assertNotNull(found, id + " is missing");
            assertTrue(found.version() >= version, id + " fell back to " + found.version());
            assertEquals(body(id, found.version()), found, "torn");
          });
    }
  }
}
