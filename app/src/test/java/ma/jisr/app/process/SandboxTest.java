package ma.jisr.app.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import ma.jisr.app.command.CommandRun;
import ma.jisr.app.wiring.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** {@code ./jisr} as a newcomer has it: the sandbox and the store in one process. */
@Execution(ExecutionMode.CONCURRENT)
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

      assertTraced(); // by the running process
      assertScraped(jisr);
      assertChecks(0, "nothing is wrong");
      assertASecondProcessIsRefused();
      jisr.terminate();
      assertEquals(0, jisr.exit(Node.STOP_BOUND));
      for (String gone : List.of("admin.sock", "radio.json"))
        assertFalse(Files.exists(data.resolve(gone)), gone);
    }
    assertChecks(0, "nothing is wrong"); // by the command itself
    assertTrue(trace(JisrProcess.MSISDN).out().contains("MO MESSAGE by sandbox"));
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

  @Test
  void writesJsonLinesThatNameMessagesAndNobody() throws Exception {
    Map<String, String> all = Map.of("JISR_LOG", "trace", "JISR_LOG_FORMAT", "json");
    List<JsonNode> log = new ArrayList<>();
    try (JisrProcess jisr = start(all).ready();
        RadioPhone phone = new RadioPhone(data)) {
      phone.text("wifi chichaoua");
      phone.sms();
      jisr.terminate();
      assertEquals(0, jisr.exit(Node.STOP_BOUND));
      for (String line : jisr.log()) {
        JsonNode read = new JsonMapper().readTree(line);
        for (String key : List.of("time", "level", "logger", "message"))
          assertTrue(read.path(key).isTextual(), key + " of " + line);
        log.add(read);
      }
    }
    for (String words : List.of("bound as jisr", "MESSAGE is durable", "MESSAGE taken")) {
      JsonNode line =
          log.stream().filter(l -> l.path("message").asText().equals(words)).findFirst().get();
      assertEquals("sandbox", line.path("link").asText());
      if (!line.has("id")) continue;
      CommandRun story = trace(line.path("id").asText());
      assertEquals(0, story.code(), story.toString());
      assertTrue(line.path("id").asText().startsWith(line.path("person").asText() + '.'));
    }
  }

  @Test
  void refusesAFormOfTheLogThatItDoesNotKnow() throws Exception {
    try (JisrProcess jisr = start(Map.of("JISR_LOG_FORMAT", "xml"))) {
      assertEquals(2, jisr.exit());
      assertEquals(List.of("jisr: JISR_LOG_FORMAT is neither text nor json"), jisr.lines());
    }
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

  private CommandRun trace(String asked) {
    return CommandRun.of("trace", "--config", config.toString(), asked);
  }

  /** A number's story, then that of one message of it; neither with a text or a number. */
  private void assertTraced() {
    CommandRun all = trace(JisrProcess.MSISDN);
    assertEquals(0, all.code(), all.toString());
    for (String words :
        List.of(
            "MO BEGIN by sandbox",
            "MT SCREEN",
            "MT MESSAGE by sandbox, 1 segment, 0.00 DH",
            "MO MESSAGE by sandbox, 1 segment, 1.00 DH",
            "taken")) assertTrue(all.out().contains(words), words + " in " + all.out());
    for (String personal : JisrProcess.PERSONAL)
      assertFalse(all.out().toLowerCase(java.util.Locale.ROOT).contains(personal), all.out());
    String id = all.out().lines().toList().getLast().split(" ", 3)[1];
    CommandRun one = trace(id);
    assertEquals(0, one.code(), one.toString());
    assertTrue(one.out().lines().allMatch(line -> line.contains(id)), one.out());
    for (String unknown : List.of("+212600000000", "AAAAAAAAAAAA.x", "no-such")) {
      CommandRun nothing = trace(unknown);
      assertEquals(1, nothing.code(), nothing.toString());
      assertOneSentence(nothing.err());
    }
  }

  private static void assertScraped(JisrProcess jisr) throws Exception {
    String said =
        jisr.lines().stream().filter(l -> l.contains("/readyz")).findFirst().orElseThrow();
    String url = said.replaceAll(".*(http://\\S+)/readyz.*", "$1");
    try (HttpClient client = HttpClient.newHttpClient()) {
      String metrics =
          client
              .send(
                  HttpRequest.newBuilder(URI.create(url + "/metrics")).build(),
                  BodyHandlers.ofString())
              .body();
      for (String name :
          List.of(
              "jisr_messages_total{kind=\"BEGIN\",link=\"sandbox\",outcome=\"accepted\",way=\"MO\"}"
                  + " 1.0",
              "jisr_mo_acknowledged_seconds_count{link=\"sandbox\"}",
              "jisr_mo_replied_seconds_count{kind=\"SCREEN\",link=\"sandbox\"}",
              "jisr_link_refused_binds_total{link=\"sandbox\"} 0.0",
              "jisr_mt_answered_seconds_count{link=\"sandbox\"}",
              "jisr_link_window_used{link=\"sandbox\"}",
              "jisr_loop_lag_seconds_count",
              "jisr_store_bytes{file=\"live.db\"}",
              "jisr_store_commit_seconds_count{file=\"live.db\",for=\"turns\"}",
              "jisr_persons_resident 1.0"))
        assertTrue(metrics.contains(name), name + " in " + metrics);
      for (String personal : JisrProcess.PERSONAL) assertFalse(metrics.contains(personal));
      assertEquals(
          200,
          client
              .send(
                  HttpRequest.newBuilder(URI.create(url + "/readyz")).build(),
                  BodyHandlers.ofString())
              .statusCode());
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
