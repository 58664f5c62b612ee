package ma.jisr.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import ma.jisr.app.settings.Settings;
import ma.jisr.map.position.CellImport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells brought in while no process runs, from a folder with a blank in its name. */
class CellVerbTest {
  private static final String ROW = "LTE,604,1,30123,7900417,0,-7.9892,31.6258,1250,12,1,1,2,0\n";

  @TempDir Path folder;

  @Test
  void aFileIsTriedThenImportedThenKnown() throws Exception {
    Settings settings = Settings.ofSandbox(folder);
    Files.createDirectories(settings.data());
    Path place = Files.createDirectory(folder.resolve("my files"));
    String uri = Files.writeString(place.resolve("604.csv"), ROW).toUri().toString();
    assertEquals(
        "dry run: nothing was changed", last(settings, List.of("-", "import", uri, "dry", "604")));
    List<String> real = List.of("-", "import", uri, "real", "604");
    assertEquals("imported, in use on all nodes", last(settings, real));
    assertEquals("these are in use already", last(settings, real));
    assertEquals(CellImport.MOROCCO, 604);
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    Settings settings = Settings.ofSandbox(folder);
    Files.createDirectories(settings.data());
    String uri = folder.resolve("nothing.csv").toUri().toString();
    IllegalArgumentException absent =
        assertThrows(
            IllegalArgumentException.class,
            () -> CellVerb.offline(settings, List.of("-", "import", uri, "dry", "604")));
    assertTrue(String.valueOf(absent.getMessage()).startsWith("the file cannot be read"));
    for (List<String> words :
        List.of(List.of("-", "x"), List.of("-", "import", uri), List.<String>of()))
      assertThrows(
          IllegalArgumentException.class, () -> CellVerb.offline(settings, words), words::toString);
  }

  private static String last(Settings settings, List<String> words) throws Exception {
    return CellVerb.offline(settings, words).getLast();
  }
}
