package ma.jisr.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.settings.SettingsReader;
import ma.jisr.app.wiring.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code jisr payees}, {@code benefits} and {@code claims}, through a running process; payees also
 * on the store when none runs.
 */
class PayeesCommandTest {
  private static final String TABLE =
      """
      nom;type;commune;code;compte;téléphone
      Hanout Salam;merchant;Amizmiz;1064;merchant-salam;0661234567
      Sans compte;merchant;Amizmiz;;;
      """;

  @TempDir Path folder;

  private String config() {
    return CommandRun.config(folder, "sandbox: true\nsamples: false\nhttp: {port: 0}\n").toString();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static String told(String config, String... words) {
    CommandRun run = CommandRun.of(with(config, words));
    assertEquals(0, run.code(), run.err());
    return run.out();
  }

  private static String refused(String config, String... words) {
    CommandRun run = CommandRun.of(with(config, words));
    assertEquals(1, run.code(), run.out());
    return run.err();
  }

  private static String[] with(String config, String... words) {
    return Stream.concat(Stream.of(words), Stream.of("--config", config)).toArray(String[]::new);
  }

  @Test
  void operatorsKeepPayeesBenefitsAndClaims() throws Exception {
    String config = config();
    String table = file("souk.csv", TABLE);
    Settings settings = new SettingsReader(Map.of()).read(Path.of(config));
    try (Node node = Node.start(settings)) {
      assertTrue(node.httpPort() > 0);
      assertEquals(
          "2 rows: 1 added, 1 refused\ndry run: nothing is changed\n",
          told(config, "payees", "import", table, "--dry-run"));
      String done = told(config, "payees", "import", table);
      assertTrue(done.contains("is in use: 1 added, 0 changed"), done);
      benefits(config);
      claims(config);
    }
    CommandRun export = CommandRun.of(with(config, "payees", "export"));
    assertTrue(export.out().contains("merchant-salam"), export.out());
    assertFalse(export.out().contains("661234567"), "no number leaves");
    assertEquals("payees: 1\n", export.err());
    String again = told(config, "payees", "import", table);
    assertTrue(again.contains("1 same") && again.contains("nothing is new"), again);
    String batch = told(config, "payees", "batches").replaceAll("(?s).*?([0-9a-f]{12}).*", "$1");
    assertTrue(told(config, "payees", "undo", batch).contains("is undone"));
    assertTrue(refused(config, "claims", "list").contains("no process runs"));
    assertTrue(refused(config, "benefits", "list").contains("no process runs"));
    assertEquals(List.of(), holding("661234567"), "no number lies in any file");
  }

  private void benefits(String config) throws IOException {
    String people = file("mars.csv", "tel;montant;dossier\n0661234567;250;D-1\n0524;1;\n");
    String first = LocalDate.now(ZoneOffset.UTC).plusDays(1).toString();
    String last = LocalDate.now(ZoneOffset.UTC).plusDays(9).toString();
    String[] bring = {
      "benefits",
      "import",
      people,
      "--title",
      "fr=Aide mars|ar=دعم مارس",
      "--where",
      "Poste",
      "--from",
      first,
      "--until",
      last
    };
    told(config, "account", "create", "hind", "--role", "operator", "--territory", "everywhere");
    String brought = told(config, bring);
    assertTrue(brought.contains("waiting") && brought.contains("1 recipients"), brought);
    assertTrue(brought.contains("line 3  phone: no Moroccan mobile number"), brought);
    assertFalse(brought.contains("0524"), brought);
    String id = brought.replaceAll("(?s)^(\\S+).*", "$1");
    assertTrue(told(config, bring).startsWith(id), "the same again is the same");
    assertTrue(refused(config, "benefits", "approve", id).contains("another account"));
    assertTrue(told(config, "benefits", "list").contains(id));
    assertTrue(told(config, "benefits", "status", id).contains("fewer than 5"));
    String approved = told(config, "benefits", "approve", id, "--as", "hind");
    assertTrue(approved.contains("approved") && approved.contains("decided by"), approved);
    String withdrawn = told(config, "benefits", "withdraw", id);
    assertTrue(withdrawn.contains("withdrawn"), withdrawn);
    assertTrue(refused(config, "benefits", "approve", "b 1").contains("no such batch"));
    assertTrue(told(config, "benefits", "template").contains("phone"));
  }

  private static void claims(String config) {
    assertEquals("none\n", told(config, "claims", "list"));
    assertEquals("none\n", told(config, "claims", "list", "--state", "closed"));
    assertTrue(refused(config, "claims", "list", "--state", "green").contains("with_provider"));
    assertTrue(refused(config, "claims", "show", "R-22222").contains("no such claim"));
    assertTrue(
        refused(config, "claims", "answer", "R-22222", "accepted", "--note", "a b")
            .contains("no such claim"));
    assertTrue(refused(config, "claims", "answer", "R-22222", "perhaps").contains("refused"));
    assertTrue(refused(config, "claims", "take", "R-22222").contains("no such claim"));
    assertTrue(refused(config, "claims", "escalate", "R-22222", "bam").contains("no such claim"));
    assertTrue(refused(config, "claims", "close", "R-22222").contains("no such claim"));
  }

  /** The files of the data folder that hold a text, but for what a test has put there itself. */
  private List<String> holding(String text) throws IOException {
    byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".csv"))
          .filter(file -> contains(file, wanted))
          .map(Path::toString)
          .toList();
    }
  }

  private static boolean contains(Path file, byte[] wanted) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
          .contains(new String(wanted, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
