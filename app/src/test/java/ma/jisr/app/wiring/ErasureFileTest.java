package ma.jisr.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import ma.jisr.service.erasure.ErasureLog.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErasureFileTest {
  private static final Line AMINA =
      new Line(Instant.ofEpochSecond(1_772_445_600), "aGFzaA", List.of("bmFtZQ", "Y2hhdA"));
  private static final Line SAID =
      new Line(Instant.ofEpochSecond(1_772_445_700), "b3RoZXI", List.of());

  @TempDir Path folder;

  private ErasureFile file() {
    return ErasureFile.beside(folder.resolve("jisr.keys"), Runnable::run);
  }

  private Path path() {
    return folder.resolve("jisr.keys.erased");
  }

  private void append(String text) throws IOException {
    Files.writeString(path(), text, StandardOpenOption.APPEND);
  }

  @Test
  void whatIsWrittenIsReadByTheNextProcess() throws IOException {
    assertEquals(List.of(), file().all().join(), "nobody was erased yet");
    file().add(AMINA).join();
    file().add(SAID).join();
    assertEquals(List.of(AMINA, SAID), file().all().join());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path())));
  }

  /** A crash in the middle of a line costs that line only: its erasure writes it again. */
  @Test
  void aLineThatWasCutOffEndsThere() throws IOException {
    file().add(AMINA).join();
    append("\n17724456");
    file().add(SAID).join();
    assertEquals(List.of(AMINA, SAID), file().all().join());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "1772445600\n", "x\n"})
  void whatIsNoLineIsPassedOver(String bad) throws IOException {
    file().add(AMINA).join();
    append(bad);
    file().add(SAID).join();
    assertEquals(List.of(AMINA, SAID), file().all().join());
  }

  /** Better no start than one that lets erased people back. */
  @ParameterizedTest
  @ValueSource(strings = {"yesterday aGFzaA\n", "17x aGFzaA bmFtZQ\n"})
  void whatCannotBeReadIsSaid(String damaged) throws IOException {
    file().add(AMINA).join();
    append(damaged);
    CompletionException failure =
        assertThrows(CompletionException.class, () -> file().all().join());
    assertInstanceOf(IllegalStateException.class, failure.getCause());
  }

  @Test
  void aFileThatCannotBeWrittenFailsTheStep() throws IOException {
    Files.createDirectory(path());
    assertThrows(CompletionException.class, () -> file().add(AMINA).join());
  }
}
