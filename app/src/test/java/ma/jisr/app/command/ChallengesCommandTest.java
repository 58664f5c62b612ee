package ma.jisr.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.settings.SettingsReader;
import ma.jisr.app.wiring.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jisr challenges}, through a running process, as its owner, an operator and a viewer. */
class ChallengesCommandTest {
  private static final String NUMBER = "661234567";

  private static final String DRAFT =
      """
      {"code": "2.9", "title": {"fr": "Relier les souks", "ar": "ربط الأسواق"},
       "goal": {"fr": "Que chaque souk ait du réseau"},
       "questions": [{"fr": "Qui prête un toit"}], "place": "al-haouz.amizmiz"}
      """;

  private static final String TABLE =
      """
      code;titre;but;commune;porteur;téléphone
      2.20;Relier les douars;Que chaque douar ait du réseau;Amizmiz;Commune;0661234567
      2.21;Former les jeunes;Que chacun sache;;;
      souk;Sans code;But;Amizmiz;;
      """;

  @TempDir Path folder;
  private String config = "";

  private CommandRun run(String... words) {
    return CommandRun.of(
        Stream.concat(Stream.of(words), Stream.of("--config", config)).toArray(String[]::new));
  }

  private CommandRun challenges(String... words) {
    CommandRun run =
        run(Stream.concat(Stream.of("challenges"), Stream.of(words)).toArray(String[]::new));
    assertFalse((run.out() + run.err()).contains(NUMBER), "no line holds a number");
    return run;
  }

  private String told(String... words) {
    CommandRun run = challenges(words);
    assertEquals(0, run.code(), run.err());
    return run.out();
  }

  private void refused(String why, String... words) {
    CommandRun run = challenges(words);
    assertEquals(1, run.code(), run.out());
    assertTrue(run.err().contains(why), run.err());
  }

  private String file(String text) throws IOException {
    return file("challenge.json", text);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void operatorsKeepChallenges() throws Exception {
    config =
        CommandRun.config(folder, "sandbox: true\nsamples: false\nhttp: {port: 0}\n").toString();
    refused("no process runs", "list");
    Settings settings = new SettingsReader(Map.of()).read(Path.of(config));
    try (Node node = Node.start(settings)) {
      assertTrue(node.httpPort() > 0);
      run("account", "create", "omar", "--role", "operator", "--territory", "al-haouz");
      run("account", "create", "vera", "--role", "viewer", "--territory", "al-haouz");
      written();
      kept();
      ofTheTerritory();
      ended();
      asFiles();
    }
    withoutAProcess();
    assertEquals(List.of(), holding(), "no number lies in any file");
  }

  private void written() throws IOException {
    assertTrue(told("list").contains("2.4    published  "), "what came with the product");
    String line = told("write", file(DRAFT), "--as", "omar");
    assertTrue(line.startsWith("2.9    draft      Relier les souks  al-haouz.amizmiz  "), line);
    assertTrue(told("show", "2.9").contains("\"state\" : \"draft\""));
    for (String[] wrong :
        new String[][] {
          {"another challenge has it", DRAFT},
          {"code: ", DRAFT.replace("2.9", "souk")},
          {"no such theme", DRAFT.replace("2.9", "77.1")},
          {"place: not in the gazetteer", DRAFT.replace("2.9", "2.10").replace("amiz", "atlan")},
          {"title: a language is", DRAFT.replace("\"ar\"", "\"arabic\"")},
          {"title_fr has more than 30", DRAFT.replace("les souks", "les souks".repeat(9))},
          {"goal: in no language", DRAFT.replace("\"goal\"", "\"source\"")},
          {"no such field", DRAFT.replace("\"goal\"", "\"owner\"")},
          {"a JSON object", "[]"},
          {"no JSON", "{"}
        }) refused(wrong[0], "write", file(wrong[1]));
    String other = file(DRAFT.replace("Relier", "Brancher"));
    assertTrue(told("change", "2.9", other, "--as", "omar").contains("  Brancher les souks  "));
    refused("of another", "change", "2.4", other);
    refused("no such challenge", "change", "2.88", file(DRAFT.replace("2.9", "2.88")));
    refused("a draft is not to be closed", "close", "2.9");
    assertTrue(told("publish", "2.9", "--as", "omar").startsWith("2.9    published  "));
  }

  private void kept() throws IOException {
    String line = told("keeper", "add", "2.9", "+212" + NUMBER, "Commune", "--as", "omar");
    assertTrue(line.endsWith("  owner Commune  partner -\n"), line);
    line = told("keeper", "add", "2.9", "0661000002", "Coop", "--partner");
    assertTrue(line.endsWith("  owner Commune  partner Coop\n"), line);
    refused("phone: not a number", "keeper", "add", "2.9", "0524", "Commune");
    refused("name is blank", "keeper", "add", "2.9", "0661000002", " ");
    refused("no such challenge", "keeper", "add", "2.88", "0661000002", "Coop");
    String changed = told("change", "2.9", file(DRAFT));
    assertTrue(changed.endsWith("  owner Commune  partner Coop\n"), "a file takes nobody away");
    assertTrue(told("keeper", "remove", "2.9", "--partner").endsWith("Commune  partner -\n"));
    assertTrue(told("show", "2.9").contains("\"name\" : \"Commune\""));
  }

  private void ofTheTerritory() throws IOException {
    String theirs = told("list", "--as", "omar");
    assertTrue(theirs.startsWith("2.9 ") && theirs.lines().count() == 1, theirs);
    assertTrue(told("show", "2.9", "--as", "vera").contains("Commune"));
    refused("territory", "show", "2.4", "--as", "vera");
    for (String who : List.of("omar", "vera")) {
      refused("territory", "publish", "2.4", "--as", who);
      refused("territory", "close", "2.4", "--as", who);
      refused("territory", "keeper", "add", "2.4", "0661000002", "Coop", "--as", who);
      refused("territory", "keeper", "remove", "2.4", "--as", who);
      refused("territory", "write", file(DRAFT.replace("al-haouz.amizmiz", "")), "--as", who);
    }
    refused(
        "territory", "change", "2.9", file(DRAFT.replace("al-haouz.amizmiz", "")), "--as", "omar");
    refused("territory", "close", "2.9", "--as", "vera");
  }

  private void ended() {
    assertTrue(told("close", "2.9", "--as", "omar").startsWith("2.9    closed "));
    assertTrue(told("undo", "2.9", "--as", "omar").startsWith("2.9    published "));
    assertTrue(told("keeper", "remove", "2.9").endsWith("  owner -  partner -\n"));
    refused("no such challenge", "close", "2.88");
    assertEquals("none\n", told("offers", "2.9", "--as", "omar"));
    refused("territory", "offers", "2.4", "--as", "vera");
    assertTrue(told("close", "2.4").startsWith("2.4    closed "));
  }

  private void asFiles() throws IOException {
    String table = file("table.csv", TABLE);
    String dry = told("import", table, "--dry-run", "--report", report());
    assertEquals("3 rows: 2 added, 1 refused\ndry run: nothing is changed\n", dry);
    assertTrue(Files.readString(Path.of(report())).contains("refusé ; code : « souk »"));
    String elsewhere = told("import", table, "--dry-run", "--as", "omar");
    assertTrue(elsewhere.startsWith("3 rows: 1 added, 2 refused\n"), elsewhere);
    assertTrue(told("import", table, "--as", "omar").contains(" 1 added, 0 changed"));
    assertTrue(told("show", "2.20").contains("\"name\" : \"Commune\""));
    refused("territory", "undo", "2.20", "--as", "vera");
    assertTrue(told("import", table, "--as", "vera").startsWith("3 rows: 3 refused\nnothing"));
    String batch = told("batches").replaceAll("(?s).*?([0-9a-f]{12}).*", "$1");
    assertTrue(told("undo", batch, "--as", "omar").contains("is undone"));
    refused("no such challenge", "show", "2.20");
    assertTrue(told("template").startsWith("\uFEFFcode;title_fr;title_ar;"));
  }

  /** The same on the store alone. */
  private void withoutAProcess() throws IOException {
    String whole = told("export", "--format", "json");
    assertTrue(whole.contains("\"2.9\"") && whole.contains("\"1.1\""), whole);
    assertTrue(told("import", file("whole.json", whole)).contains("nothing is new"));
    assertTrue(told("export", "--place", "al-haouz").contains("DEFI 2.9"));
    refused("formats are", "export", "--format", "xml");
    refused("no process runs", "undo", "2.9");
  }

  private String report() {
    return folder.resolve("report.csv").toString();
  }

  /** The files of the data folder in which the number stands. */
  private List<String> holding() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files.filter(Files::isRegularFile).filter(ChallengesCommandTest::ours).toList())
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(NUMBER))
          found.add(file.toString());
    }
    return found;
  }

  /** What whoever asked has put there themselves, and their own report on it, is theirs. */
  private static boolean ours(Path file) {
    return !file.toString().endsWith(".csv");
  }
}
