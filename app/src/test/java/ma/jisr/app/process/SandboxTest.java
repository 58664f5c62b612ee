package ma.jisr.app.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import ma.jisr.app.command.CommandRun;
import ma.jisr.app.wiring.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./jisr} as a newcomer has it: the sandbox and the store in one process. */
class SandboxTest {
  /** Lines that a newcomer reads at the first start: the log's few, and what to try. */
  private static final int SCREENFUL = 12;

  @TempDir Path folder;
  private Path config;
  private Path data;

  @BeforeEach
  void configure() throws IOException {
    config = CommandRun.sandbox(folder);
    data = folder.resolve("data");
  }

  @Test
  void findsAHotspotByUssdAndBySms() throws Exception {
    try (JisrProcess jisr = start().ready();
        RadioPhone phone = new RadioPhone(data)) {
      assertTrue(jisr.lines().size() <= SCREENFUL, jisr.lines().toString());
      assertStarts("Langue", phone.dial("*585#"));
      assertStarts("Langue : fran", phone.answer("3"));
      phone.answer("1");
      assertStarts("Wifi ouverts, Chichaoua", phone.answer("chichaoua"));
      String spot = phone.answer("1");
      phone.answer("1");
      assertStarts(spot.substring(0, spot.indexOf('.')), phone.sms());

      phone.text("wifi chichaoua");
      assertTrue(phone.sms().contains("Wifi ouverts, Chichaoua"));
      phone.text("ويفي شيشاوة");
      assertTrue(phone.sms().contains("Chichaoua"));

      assertChecks(0, "nothing is wrong"); // by the running process
      assertASecondProcessIsRefused();
      jisr.terminate();
      assertEquals(0, jisr.exit(Node.STOP_BOUND));
      for (String gone : List.of("admin.sock", "radio.json"))
        assertFalse(Files.exists(data.resolve(gone)), gone);
    }
    assertChecks(0, "nothing is wrong"); // by the command itself
    damage(data.resolve("live.db"));
    assertChecks(1, "live.db");
    CommandRun start = CommandRun.of("run", "--config", config.toString());
    assertEquals(1, start.code());
    assertOneSentence(start.err());
  }

  @Test
  void stopsInTheMiddleOfTraffic() throws Exception {
    try (JisrProcess jisr = start(Map.of("JISR_LOG", "trace")).ready();
        RadioPhone phone = new RadioPhone(data)) {
      phone.text("3");
      List<CompletableFuture<Boolean>> texts =
          IntStream.range(0, 60).mapToObj(i -> phone.hurry("wifi chichaoua")).toList();
      texts.get(5).join();
      jisr.terminate();
      assertEquals(0, jisr.exit(Node.STOP_BOUND));
      assertEquals(List.of(), jisr.lines().stream().filter(SandboxTest::complains).toList());
    }
    assertChecks(0, "nothing is wrong");
  }

  /** But for a loop that waited: on a busy machine that says nothing of Jisr. */
  private static boolean complains(String line) {
    return line.matches(".*(WARN|ERROR).*") && !line.contains("BlockedThreadChecker");
  }

  private JisrProcess start() throws IOException {
    return start(Map.of());
  }

  private JisrProcess start(Map<String, String> environment) throws IOException {
    return JisrProcess.start(environment, "--config", config.toString());
  }

  private void assertASecondProcessIsRefused() throws Exception {
    try (JisrProcess second = start()) {
      assertEquals(1, second.exit());
      assertEquals(1, second.lines().size(), second.lines().toString());
      assertTrue(second.lines().getFirst().contains(data + " is in use by process "));
    }
  }

  private void assertChecks(int code, String words) {
    CommandRun check = CommandRun.of("check", "--config", config.toString());
    assertEquals(code, check.code(), check.toString());
    assertTrue((check.out() + check.err()).contains(words), check.toString());
  }

  private static void assertOneSentence(String said) {
    assertTrue(said.startsWith("jisr: ") && said.lines().count() == 1, said);
  }

  private static void assertStarts(String expected, String text) {
    assertTrue(text.startsWith(expected), text);
  }

  /** Overwrites a page in the middle. */
  private static void damage(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      byte[] rubbish = new byte[4_096];
      java.util.Arrays.fill(rubbish, (byte) 0xA5);
      channel.write(ByteBuffer.wrap(rubbish), 4_096);
    }
  }
}
