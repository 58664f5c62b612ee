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

/** {@code jisr audience}, through a running process, as its owner and as an official. */
class AudienceCommandTest {
  private static final String NUMBER = "661234567";

  @TempDir Path folder;
  private String config = "";

  private CommandRun run(String... words) {
    return CommandRun.of(
        Stream.concat(Stream.of(words), Stream.of("--config", config)).toArray(String[]::new));
  }

  private String told(String... words) {
    CommandRun run = run(all(words));
    assertEquals(0, run.code(), run.err());
    assertFalse(run.out().contains(NUMBER), "no line holds a number");
    return run.out();
  }

  private String refused(String... words) {
    CommandRun run = run(all(words));
    assertEquals(1, run.code(), run.out());
    return run.err();
  }

  private static String[] all(String... words) {
    List<String> all = new ArrayList<>(List.of("audience"));
    all.addAll(List.of(words));
    return all.toArray(String[]::new);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void officialsKeepGroupsAndRelays() throws Exception {
    config =
        CommandRun.config(folder, "sandbox: true\nsamples: false\nhttp: {port: 0}\n").toString();
    assertTrue(refused("groups", "list").contains("no process runs"));
    Settings settings = new SettingsReader(Map.of()).read(Path.of(config));
    try (Node node = Node.start(settings)) {
      assertTrue(node.httpPort() > 0);
      run("account", "create", "hind", "--role", "official", "--territory", "al-haouz");
      groups();
      relays();
      counts();
    }
    assertEquals(List.of(), holding(), "no number lies in any file");
  }

  private void groups() throws IOException {
    assertEquals("none\n", told("groups", "list"));
    String[] put = {"groups", "put", "elus-amizmiz", "Élus", "--area", "al-haouz.amizmiz"};
    String made =
        told(Stream.concat(Stream.of(put), Stream.of("--as", "hind")).toArray(String[]::new));
    assertTrue(made.startsWith("elus-amizmiz  Élus  al-haouz.amizmiz  since "), made);
    assertTrue(refused("groups", "put", "Elus", "x").contains("id:"));
    assertTrue(refused("groups", "put", "pays", "Pays", "--as", "hind").contains("territory"));
    told("groups", "add", "elus-amizmiz", "+212" + NUMBER, "--language", "ary-Arab");
    assertTrue(told("groups", "show", "elus-amizmiz").contains("  fewer than 5 people"));
    String wrong = refused("groups", "add", "elus-amizmiz", "0524");
    assertTrue(wrong.contains("phone: ") && !wrong.contains("0524"), wrong);
    String table = "tel;langue\n0661000001;fr\n0661000002;\n0661000003;\n0661000004;\n";
    String filled = told("import", file("a.csv", table + "0524;\n"), "--group", "elus-amizmiz");
    assertTrue(filled.startsWith("4 rows are in\n1 rows are not:\n  line 6  phone: "), filled);
    assertFalse(filled.contains("0524"), filled);
    assertTrue(told("groups", "list", "--as", "hind").contains("  5 people"));
    told("groups", "remove", "elus-amizmiz", "0" + NUMBER);
    assertEquals(
        "4 rows are in\n",
        told("import", file("b.csv", table), "--group", "elus-amizmiz", "--replace"));
    assertTrue(told("groups", "list").contains("fewer than 5"));
    assertTrue(told("groups", "show", "shops.al-haouz").contains("  0 people"));
    assertTrue(refused("groups", "dissolve", "shops.al-haouz").contains("registered there"));
    told("groups", "dissolve", "elus-amizmiz", "--as", "hind");
    assertTrue(refused("groups", "show", "elus-amizmiz").contains("no such group"));
    assertTrue(refused("import", file("c.csv", "a;b\n1;2\n"), "--group", "none").contains("group"));
    assertTrue(told("template", "group").contains("phone"));
  }

  private void relays() throws IOException {
    String made =
        told("relays", "add", "0" + NUMBER, "Amizmiz", "--kind", "moqaddem", "--name", "Moqaddem");
    assertTrue(made.contains("  moqaddem  al-haouz.amizmiz  Moqaddem  since "), made);
    String id = made.replaceAll("(?s)^(\\S+).*", "$1");
    assertEquals(made, told("relays", "list", "al-haouz", "--as", "hind"));
    assertTrue(refused("relays", "list", "safi", "--as", "hind").contains("territory"));
    assertTrue(refused("relays", "list", "atlantis").contains("no such area"));
    assertTrue(refused("relays", "add", "0" + NUMBER, "Atlantis").contains("place: "));
    String table = "phone;place;kind\n0661000001;Amizmiz;teacher\n0661000002;Safi;mosque\n";
    String filled = told("import", file("d.csv", table), "--as", "hind");
    assertTrue(filled.startsWith("1 rows are in\n1 rows are not:\n  line 3  place: "), filled);
    assertTrue(refused("import", file("e.csv", "a;b\n1;2\n")).contains("jisr: "));
    assertEquals("none\n", told("relays", "told", "n1", "--as", "hind"));
    told("relays", "remove", id);
    assertTrue(refused("relays", "remove", id).contains("no such relay"));
    assertTrue(told("template", "relays").contains("kind"));
  }

  private void counts() {
    assertEquals("0 follow it\n", told("counts", "marrakech-safi"));
    assertEquals("0 follow it\n", told("counts", "al-haouz.amizmiz", "--as", "hind"));
    assertTrue(refused("counts", "--as", "hind").contains("territory"));
    assertTrue(refused("counts", "atlantis").contains("no such area"));
  }

  /** The files of the data folder in which the number stands. */
  private List<String> holding() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList())
        if (!file.toString().endsWith(".csv")
            && Files.readString(file, StandardCharsets.ISO_8859_1).contains(NUMBER))
          found.add(file.toString());
    }
    return found;
  }
}
