package ma.jisr.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line answers to what people get wrong: a sentence each, and the exit code. */
class CommandLineTest {
  /** A variable that is there wherever tests run, in the place of a password's. */
  private static final String LINK =
      "links:\n  - {id: iam, host: 127.0.0.1, system-id: jisr, password: \"${PATH}\"}\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"rnu", "phone --handset clever", "talk", "keys"})
  void whatIsNotUnderstoodGetsHelpAndTwo(String words) {
    CommandRun run = CommandRun.of(words.split(" "));
    assertEquals(2, run.code());
    assertTrue(run.err().contains("Usage: jisr"), run.err());
  }

  @Test
  void aMistypedOptionGetsTheRightOne() {
    CommandRun run = CommandRun.of("--confg");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("Possible solutions: --config"), run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"phone --help", "talk -h", "help phone", "hotspots import --help", "-h"})
  void helpIsNoMistake(String words) {
    CommandRun run = CommandRun.of(words.split(" "));
    assertEquals(0, run.code());
    assertTrue(run.out().startsWith("Usage: jisr"), run.out());
    assertEquals("", run.err());
  }

  @Test
  void helpNamesEveryCommand() {
    CommandRun run = CommandRun.of("help");
    assertEquals(0, run.code());
    for (String word :
        List.of(
            "run",
            "phone",
            "tour",
            "talk",
            "simulate",
            "lint",
            "check",
            "trace",
            "understand",
            "keys",
            "help")) assertTrue(run.out().contains("  " + word + " "), word + " in " + run.out());
  }

  @Test
  void everyMistakeOfAConfigurationIsToldWithItsLine() {
    CommandRun run =
        run(
            """
            dta: ./data
            http: {port: eighty}
            store: "${JISR_TEST_NOT_SET}"
            links:
              - {id: iam, host: smsc.example.net, system-id: jisr, password: hunter22}
            """);
    assertEquals(1, run.code());
    List<String> expected =
        List.of(
            "jisr.yaml: line 1: dta: ",
            "jisr.yaml: line 2: http.port: ",
            "jisr.yaml: line 3: store: needs the environment variable JISR_TEST_NOT_SET",
            "jisr.yaml: line 5: links[0].host: is a public address",
            "jisr.yaml: line 5: links[0].password: stands in the file");
    for (String line : expected) assertTrue(run.err().contains(line), line + " in " + run.err());
    assertTrue(!run.err().contains("hunter22"), "a secret is told");
  }

  @Test
  void keysAreMadeOnce() throws IOException {
    String file = folder.resolve("jisr.keys").toString();
    assertEquals(0, CommandRun.of("keys", "create", file).code());
    String made = Files.readString(Path.of(file));
    CommandRun again = CommandRun.of("keys", "create", file);
    assertEquals(1, again.code());
    assertSentence("the key file " + file + " exists", again);
    assertEquals(made, Files.readString(Path.of(file)));
  }

  @Test
  void realLinksNeedTheirKeyFile() {
    CommandRun run = run(LINK);
    assertEquals(1, run.code());
    assertSentence("the key file " + folder.resolve("jisr.keys") + " is not there", run);
  }

  @Test
  void keysDoNotLieInsideData() {
    CommandRun run = run("keys: {file: ./data/jisr.keys}\n" + LINK);
    assertEquals(1, run.code());
    assertTrue(run.err().contains("puts the key file inside data"), run.err());
  }

  @Test
  void aPortInUseIsASentence() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      CommandRun run = run("sandbox: true\nhttp: {port: " + port + "}\n");
      assertEquals(1, run.code());
      assertSentence("cannot listen on 127.0.0.1:" + port, run);
    }
  }

  @Test
  void aDataFolderThatCannotBeMadeIsASentence() throws IOException {
    Files.writeString(folder.resolve("file"), "in the way");
    CommandRun run = run("sandbox: true\ndata: ./file/data\nhttp: {port: 0}\n");
    assertEquals(1, run.code());
    assertSentence("the data folder " + folder.resolve("file/data") + " cannot be made", run);
  }

  @Test
  void aFileInThePlaceOfTheDataFolderIsASentence() throws IOException {
    Files.writeString(folder.resolve("data"), "in the way");
    CommandRun run = run("sandbox: true\nhttp: {port: 0}\n");
    assertEquals(1, run.code());
    assertSentence("the data folder " + folder.resolve("data") + " cannot be made", run);
  }

  private CommandRun run(String yaml) {
    return CommandRun.of("run", "--config", CommandRun.config(folder, yaml).toString());
  }

  private static void assertSentence(String beginning, CommandRun run) {
    assertTrue(run.err().startsWith("jisr: " + beginning), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
  }
}
