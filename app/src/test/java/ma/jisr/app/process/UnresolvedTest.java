package ma.jisr.app.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.jisr.app.command.CommandRun;
import ma.jisr.app.wiring.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The whole way: not understood, read under masks, taught, understood. */
@Execution(ExecutionMode.CONCURRENT)
class UnresolvedTest {
  /** How often it is asked: more than any machine needs. */
  private static final int PATIENCE = 200;

  private static final String RIDDLE = "tbezbouzt zwiwla";

  @TempDir Path folder;
  private Path config;

  private CommandRun unresolved(String... words) {
    List<String> all = new ArrayList<>(List.of("unresolved"));
    all.addAll(List.of(words));
    all.addAll(List.of("--config", config.toString()));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private String told(String... words) {
    CommandRun run = unresolved(words);
    assertEquals(0, run.code(), run.toString());
    return run.out();
  }

  /** What was not understood is written behind the answer that it got: asked until it is there. */
  private String listed() {
    String list = told("list");
    for (int i = 0; i < PATIENCE && !list.contains(RIDDLE); i++) list = told("list");
    return list;
  }

  @Test
  void aTextThatWasNotUnderstoodIsLearntWithoutARestart() throws Exception {
    config = CommandRun.sandbox(folder);
    Path data = folder.resolve("data");
    try (JisrProcess jisr = JisrProcess.start(Map.of(), "--config", config.toString()).ready();
        RadioPhone phone = new RadioPhone(data)) {
      phone.text(RIDDLE + " 0661987655 Karim");
      phone.sms(); // who names a number may want to pay: it is asked
      phone.text("0");
      phone.sms();
      String list = listed();
      assertTrue(list.contains(RIDDLE + " <tel> <name>"), list);
      assertFalse(list.contains("987655") || list.contains("arim"), list);
      phone.text(RIDDLE);
      String before = phone.sms();
      assertTrue(told("list", "--words").contains("tbezbouzt"));
      assertEquals(1, unresolved("list", "--as", "eve").code());

      assertTrue(told("phrase", "add", "language.change", RIDDLE).startsWith("taught: "));
      phone.text("Tbezbouzt zwiwla, merci !");
      String after = phone.sms();
      assertFalse(after.equals(before), "as before: " + after);
      assertTrue(after.contains("Langue"), after);
      assertFalse(told("list").contains(RIDDLE + "\n"), "still shown");

      String audit = told("audit");
      assertTrue(audit.contains("sandbox: texts of 7 days, rows 1"), audit);
      assertTrue(audit.contains("sandbox: phrase add language.change "), audit);
      assertFalse(audit.contains("zwiwla") || audit.contains("eve"), audit);
      jisr.terminate();
      assertEquals(0, jisr.exit(Node.STOP_BOUND));
    }
    // The command itself on the store, when no process runs; what was gathered is durable.
    assertTrue(told("phrase", "list").contains(RIDDLE));
    assertTrue(told("list", "--days", "1").contains("<name>"));
    for (String file : List.of("bulk.db", "live.db")) assertSealed(data.resolve(file));
  }

  /** The texts of people are in no file in clear; what was taught is nobody's. */
  private static void assertSealed(Path file) throws Exception {
    String all = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertFalse(all.contains("<name>"), file.toString());
  }
}
