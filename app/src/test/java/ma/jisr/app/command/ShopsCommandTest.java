package ma.jisr.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.settings.SettingsReader;
import ma.jisr.app.wiring.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jisr shops}, through a running process and on the store when none runs. */
class ShopsCommandTest {
  private static final String TABLE =
      """
      nom;type;commune;code;guichets
      Épicerie Baraka;épicerie;Amizmiz;2081;Caisse=4
      Sans nom de lieu;épicerie;;;
      """;

  @TempDir Path folder;

  private String config() {
    return CommandRun.config(folder, "sandbox: true\nsamples: false\nhttp: {port: 0}\n").toString();
  }

  private static CommandRun run(String... words) {
    String[] all = Stream.concat(Stream.of("shops"), Stream.of(words)).toArray(String[]::new);
    return CommandRun.of(all);
  }

  private static String told(String... words) {
    CommandRun run = run(words);
    assertEquals(0, run.code(), run.err());
    return run.out();
  }

  private static String refused(String... words) {
    CommandRun run = run(words);
    assertEquals(1, run.code(), run.out());
    return run.err();
  }

  @Test
  void aTableGoesThroughTheRunningProcessAndTheStoreHasItAfterwards() throws Exception {
    String config = config();
    String file = Files.writeString(folder.resolve("souk.csv"), TABLE).toString();
    Settings settings = new SettingsReader(Map.of()).read(Path.of(config));
    String batch;
    try (Node node = Node.start(settings)) {
      assertTrue(node.httpPort() > 0);
      assertEquals(
          "2 rows: 1 added, 1 refused\ndry run: nothing is changed\n",
          told("import", file, "--dry-run", "--config", config));
      String done = told("import", file, "--config", config);
      assertTrue(done.contains("is in use: 1 added, 0 changed"), done);
      batch = done.replaceAll("(?s).*batch ([0-9a-f]{12}).*", "$1");
      staff(config);
    }
    CommandRun export = run("export", "--config", config);
    assertTrue(export.out().contains("Épicerie Baraka"), export.out());
    assertEquals("shops: 1\n", export.err());
    assertTrue(told("batches", "--config", config).contains("souk.csv"));
    assertTrue(told("undo", batch, "--config", config).contains("is undone"));
    assertFalse(run("export", "--config", config).out().contains("Baraka"));
    assertTrue(refused("staff", "list", "2081", "--config", config).contains("no process runs"));
  }

  private static void staff(String config) {
    String added = told("staff", "add", "2081", "06 61 00 00 01", "--owner", "--config", config);
    assertTrue(added.contains("owner"), added);
    assertFalse(added.contains("00 01"), "the number is not repeated");
    assertFalse(added.contains("661000001"), "the number is not repeated");
    String member = added.replaceAll("added: (\\S+).*\\s", "$1");
    assertTrue(told("staff", "list", "2081", "--config", config).contains(member));
    assertTrue(told("staff", "remove", "2081", member, "--config", config).contains(member));
    assertEquals("", told("staff", "list", "2081", "--config", config));
    assertTrue(refused("staff", "remove", "2081", member, "--config", config).contains("nobody"));
    assertTrue(refused("staff", "list", "2089", "--config", config).contains("no shop"));
    String wrong = refused("staff", "add", "2081", "hamid", "--config", config);
    assertFalse(wrong.contains("hamid"), wrong);
  }

  @Test
  void theTemplateIsATable() {
    assertTrue(told("template").contains("trade"));
  }
}
