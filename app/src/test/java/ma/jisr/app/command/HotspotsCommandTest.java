package ma.jisr.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.settings.SettingsReader;
import ma.jisr.app.wiring.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jisr hotspots}, through a running process and on the store when none runs. */
class HotspotsCommandTest {
  private static final String TABLE =
      """
      nom;type;commune;latitude;longitude
      Café Argana;café;Marrakech;31,62616;-7,98999
      Loin;café;;48,8;2,3
      """;

  @TempDir Path folder;

  private String config() {
    return CommandRun.config(folder, "sandbox: true\nsamples: false\nhttp: {port: 0}\n").toString();
  }

  private CommandRun run(String... words) {
    String[] all = Stream.concat(Stream.of("hotspots"), Stream.of(words)).toArray(String[]::new);
    return CommandRun.of(all);
  }

  private String told(String... words) {
    CommandRun run = run(words);
    assertEquals(0, run.code(), run.err());
    return run.out();
  }

  private List<Path> handedOver() throws IOException {
    Path handover = folder.resolve("data/handover");
    if (!Files.isDirectory(handover)) return List.of();
    try (Stream<Path> files = Files.list(handover)) {
      return files.toList();
    }
  }

  @Test
  void aFileGoesThroughTheRunningProcessAndTheStoreHasItAfterwards() throws Exception {
    String config = config();
    String file = Files.writeString(folder.resolve("a b.csv"), TABLE).toString();
    Path report = folder.resolve("report.csv");
    Settings settings = new SettingsReader(Map.of()).read(Path.of(config));
    String batch;
    try (Node node = Node.start(settings)) {
      assertTrue(node.httpPort() > 0);
      assertEquals(
          "2 rows: 1 added, 1 outside\ndry run: nothing is changed\n",
          told("import", file, "--dry-run", "--config", config, "--report", report.toString()));
      assertTrue(Files.readString(report).contains("hors du Maroc"));
      assertEquals("", told("batches", "--config", config));
      String done = told("import", file, "--config", config);
      assertTrue(done.contains("is in use: 1 added, 0 changed"), done);
      batch = done.replaceAll("(?s).*batch ([0-9a-f]{12}).*", "$1");
      assertTrue(told("batches", "--config", config).contains(batch + "  applied"));
      assertTrue(told("batches", "--config", config).contains("a b.csv"));
      assertEquals(
          "2 rows: 1 same, 1 outside\nnothing is new: nothing is changed\n",
          told("import", file, "--config", config));
    }
    CommandRun export = run("export", "--config", config);
    assertTrue(export.out().contains("Café Argana"), export.out());
    assertEquals("hotspots: 1\n", export.err());
    assertTrue(told("undo", batch, "--config", config).contains("is undone"));
    assertFalse(run("export", "--config", config).out().contains("Argana"));
    assertEquals(List.of(), handedOver());
  }

  /** The rights are the account's, and so is the name under which it is remembered. */
  @Test
  void whatIsDoneInAnAccountsNameIsItsDeed() throws Exception {
    String config = config();
    String file = Files.writeString(folder.resolve("a.csv"), TABLE).toString();
    Settings settings = new SettingsReader(Map.of()).read(Path.of(config));
    String said;
    try (Node node = Node.start(settings)) {
      assertTrue(node.httpPort() > 0);
      said = made("said", "operator", "marrakech", config);
      made("zohra", "operator", "zagora", config);
      made("vera", "viewer", "marrakech", config);
      made("ali", "agent", "marrakech", config);
      for (String other : List.of("zohra", "vera", "ali"))
        assertEquals(
            "2 rows: 1 outside, 1 refused\nnothing is new: nothing is changed\n",
            told("import", file, "--as", other, "--config", config));
      String done = told("import", file, "--as", "said", "--config", config);
      assertTrue(done.contains("is in use: 1 added"), done);
      assertTrue(told("batches", "--config", config).contains(said));
      assertTrue(told("export", "--as", "vera", "--config", config).contains("Argana"));
      assertFalse(told("export", "--as", "zohra", "--config", config).contains("Argana"));
      assertEquals(1, run("export", "--as", "ali", "--config", config).code());
      String place = "marrakech-safi";
      assertTrue(told("export", "--place", place, "--config", config).contains("Argana"));
      assertFalse(told("export", "--place", "zagora", "--config", config).contains("Argana"));
    }
    String batch = told("batches", "--config", config).substring(0, 12);
    CommandRun undo = run("undo", batch, "--as", "zohra", "--config", config);
    assertTrue(undo.err().contains("none of yours"), undo.err());
    CommandRun nobody = run("undo", batch, "--as", "no body", "--config", config);
    assertTrue(nobody.err().contains("there is no account"), nobody.err());
    try (Node node = Node.start(settings)) {
      assertTrue(node.httpPort() > 0);
      String audit = CommandRun.of("account", "audit", "--config", config).out();
      assertTrue(audit.contains(said + ": hotspots.import, asked"), audit);
      assertTrue(audit.contains(said + ": hotspots.import " + batch + ", 200"), audit);
      assertTrue(audit.contains(": hotspots.undo, 422"), audit);
      assertTrue(audit.contains("said " + said + ": hotspots.import"), audit);
      assertTrue(audit.contains("owner: hotspots.export, 200"), audit);
      assertFalse(audit.contains("hotspots.export, asked"), "a read has one line");
      CommandRun.of("account", "disable", "said", "--config", config);
      CommandRun disabled = run("undo", batch, "--as", "said", "--config", config);
      assertTrue(disabled.err().contains("is disabled"), disabled.err());
    }
  }

  /** Gives the account's id. */
  private static String made(String name, String role, String area, String config) {
    CommandRun run =
        CommandRun.of(
            "account", "create", name, "--role", role, "--territory", area, "--config", config);
    assertEquals(0, run.code(), run.err());
    return run.out().strip().replaceAll("(?s).* ", "");
  }

  @Test
  void whatCannotBeDoneIsSaid() throws Exception {
    String config = config();
    String file = Files.writeString(folder.resolve("a.csv"), "a;b\n1;2\n").toString();
    CommandRun none = run("import", file, "--config", config);
    assertEquals(1, none.code());
    assertTrue(none.err().contains("there is no store"), none.err());
    Settings settings = new SettingsReader(Map.of()).read(Path.of(config));
    try (Node node = Node.start(settings)) {
      assertTrue(node.httpPort() > 0);
      CommandRun bad = run("import", file, "--config", config);
      assertEquals(1, bad.code());
      assertTrue(bad.err().contains("names no known column"), bad.err());
      assertEquals(1, run("undo", "123456789abc", "--config", config).code());
      assertEquals(1, run("import", file, "--format", "xls", "--config", config).code());
      assertEquals(1, run("import", folder + "/none.csv", "--config", config).code());
    }
    assertEquals(List.of(), handedOver());
  }

  @Test
  void theTemplateIsATableForSpreadsheets() throws IOException {
    Path out = folder.resolve("template.csv");
    assertEquals("", told("template", "--out", out.toString()));
    String text = Files.readString(out);
    assertTrue(text.startsWith("\uFEFFcode;name_fr;name_ar;kind;access;"), text);
    assertTrue(text.endsWith("\r\n"));
    assertEquals(text, told("template"));
    assertEquals(2, run().code());
  }
}
