package ma.jisr.store.sqlite;

import static ma.jisr.store.UnderTest.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ma.jisr.store.UnderTest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that refuses a write in the middle: nothing more is written, nothing said is lost. */
final class FailStopTest {
  /** Largest file of the child, blocks of 512 bytes: 8 MB, above the driver's native library. */
  private static final int BLOCKS = 16_000;

  @TempDir Path folder;

  @Test
  void afterAnInputOutputErrorNothingIsWrittenAndNothingAcknowledgedIsMissing() throws Exception {
    Path shell = Path.of("/bin/sh");
    Assumptions.assumeTrue(Files.isExecutable(shell), "no shell to limit a child's files with");
    List<String> said = child(shell);
    int ok = (int) said.stream().filter(line -> line.startsWith("p")).count();
    assertTrue(ok > 100, said.subList(ok, said.size()).toString());
    assertEquals(
        List.of("DAMAGED", "then DAMAGED", "read 1", "end"), said.subList(ok, said.size()));
    try (SqliteStore store = SqliteStore.open(folder, UnderTest.SPECS)) {
      for (String id : said.subList(0, ok))
        assertEquals(KillTest.body(id, 0), get(store.get("people", id)).orElseThrow());
    }
    assertTrue(StoreCheck.of(folder, UnderTest.SPECS).clean());
  }

  /** A write beyond the limit fails with EFBIG (setrlimit(2)), which SQLite calls an I/O error. */
  private List<String> child(Path shell) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                shell.toString(),
                "-c",
                "ulimit -f " + BLOCKS + "; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                FailStopWriter.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      return lines.lines().toList();
    } finally {
      child.destroyForcibly().waitFor();
    }
  }
}
