package ma.jisr.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import ma.jisr.app.admin.AdminSocket;
import ma.jisr.app.wiring.StandingLines;
import ma.jisr.app.wiring.Stores;
import ma.jisr.base.Language;
import ma.jisr.flow.lint.LintAgainst.Place;
import ma.jisr.flow.lint.Reviews;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.parse.FlowParser;
import ma.jisr.gateway.session.Standing;
import ma.jisr.store.sqlite.SqliteStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code jisr lint}: accepting texts, and looking at what is live. */
class LintCommandTest {
  private static final String FLOW =
      "flow: t.t\na: {end: true}\nmessages: {a: {fr: Bonjour, en: Hello}}\n";

  @TempDir Path folder;

  @Test
  void whoHasReadTheTextsStandsBesideThem() throws IOException {
    Path file = Files.writeString(folder.resolve("t.yaml"), FLOW);
    Path beside = folder.resolve("t.reviews.yaml");
    CommandRun run = CommandRun.of("lint", "--accept", "fr", "--by", "Amina", folder.toString());
    assertEquals(0, run.code(), run.err());
    assertEquals(beside + ": 1 texts in fr read by Amina\n", run.out());
    run = CommandRun.of("lint", "--accept", "en,fr", "--by", "Omar", folder.toString());
    assertEquals(0, run.code(), run.err());
    Flow flow = FlowParser.parse("t.yaml", Files.readString(file)).orThrow();
    Reviews expected = Reviews.NONE.accept(flow, List.of(Language.FR, Language.EN), "Omar");
    assertEquals(expected, Reviews.parse("t", Files.readString(beside)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--accept fr",
        "--by Amina",
        "--accept xx --by Amina",
        "--accept fr --by",
        "--against"
      })
  void halfAWishIsNotUnderstood(String words) {
    CommandRun run = CommandRun.of(("lint " + words).split(" "));
    assertEquals(2, run.code(), run.out());
    assertTrue(run.err().contains("Usage: jisr lint"), run.err());
  }

  @Test
  void aFlowThatDoesNotParseAndAFolderWithoutAnyAreSaid() throws IOException {
    String[] words = {"lint", "--accept", "fr", "--by", "Amina", folder.toString()};
    assertTrue(CommandRun.of(words).err().startsWith("jisr: no flow file in "));
    Files.writeString(folder.resolve("t.yaml"), "flow: t.t\na: {ned: true}\n");
    CommandRun run = CommandRun.of(words);
    assertEquals(1, run.code());
    assertTrue(run.err().startsWith("jisr: t.yaml:2: "), run.err());
    assertFalse(Files.exists(folder.resolve("t.reviews.yaml")));
  }

  @Test
  void theRunningProcessSaysWhereConversationsStand() throws IOException {
    Place gone = new Place("hotspots.find", "old", "long_gone", "TEXT");
    Place mended = new Place("hotspots.find", "old", "where", "PLACE");
    Standing standing = new Standing(Map.of(List.of(gone), 3, List.of(mended), 2), 4, 0);
    try (AdminSocket _ =
        AdminSocket.open(folder, Map.of("conversations", words -> StandingLines.write(standing)))) {
      CommandRun run = CommandRun.of("lint", "--against", folder.toString());
      assertEquals(1, run.code(), run.err());
      assertTrue(
          run.out().contains("long_gone: 3 conversations wait here: the step is gone;"), run.out());
      assertTrue(run.out().contains("4 people, 5 live conversations\n"), run.out());
    }
  }

  @Test
  void withoutAProcessTheStoreIsReadUnderItsKeys() {
    Path data = folder.resolve("data");
    String config = CommandRun.config(folder, "sandbox: true\nkeys: {file: ./k}\n").toString();
    String[] words = {"lint", "--against", data.toString(), "--config", config};
    assertEquals("jisr: there is no store in " + data + "\n", CommandRun.of(words).err());
    assertFalse(Files.exists(data));
    SqliteStore.open(data, Stores.collections()).close();
    assertTrue(CommandRun.of(words).err().contains("is not there"), "no keys");
    CommandRun.of("keys", "create", folder.resolve("k").toString());
    CommandRun run = CommandRun.of(words);
    assertEquals(0, run.code(), run.err() + run.out());
    assertTrue(run.out().endsWith("0 people, 0 live conversations\n"), run.out());
  }
}
