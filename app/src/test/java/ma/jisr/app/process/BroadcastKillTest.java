package ma.jisr.app.process;

import static ma.jisr.app.process.LivingOperator.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.app.command.CommandRun;
import ma.jisr.sandbox.phone.Phone;
import ma.jisr.sandbox.wallet.WalletSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Jisr killed by SIGKILL between an official's notice and the phones, over sockets, with an
 * operator that lives on: nobody is missed, and what comes twice or is not known stays within the
 * gap that docs/notices.md tells.
 */
@Execution(ExecutionMode.CONCURRENT)
class BroadcastKillTest {
  private static final int WINDOW = 10;

  /** Segments a second: slow enough that a kill finds it on its way. */
  private static final int RATE = 40;

  /** What one kill may leave in doubt, by docs/notices.md. */
  private static final int GAP = WINDOW + RATE / 20 + RATE / 50 + 1;

  private static final String ORDINARY =
      "\"words\":{\"fr\":{\"headline\":\"Eau\"}},\"topic\":\"water\"";
  private static final String EXTREME = "\"template\":{\"hazard\":\"flood\",\"action\":\"high\"}";
  private static final Pattern ID = Pattern.compile("\\bn[0-9A-Za-z_-]{8,}");
  private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

  private final List<Phone> phones = new ArrayList<>();
  @TempDir Path folder;
  private LivingOperator operator;

  @BeforeEach
  void operator() throws Exception {
    operator = new LivingOperator(folder, WalletSettings.usual(null));
    operator.configure(
        """
        http: {port: 0}
        limits: none
        notices: {people: 1000, quiet: {from: "00:00", until: "00:00"}}
        links:
          - {id: iam, host: 127.0.0.1, port: %d, system-id: jisr, password: "${file:password}", window: %d, rate: %d/s}
        """
            .formatted(operator.port(), WINDOW, RATE));
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  /** An ordinary text is never sent twice: what is in doubt is told as unknown. */
  @Test
  void anOrdinaryNoticeIsKilledOnItsWay() throws Exception {
    JsonNode end = broadcast(40, ORDINARY, List.of(10));
    long reached = reached();
    assertEquals(reached, texts(), "nobody gets it twice");
    assertTrue(reached + end.path("unknown").asLong() >= 40, "missed: " + end);
    assertTrue(end.path("unknown").asLong() <= GAP, "in doubt: " + end);
  }

  /** An emergency is sent again to whom it may have missed: killed before the first text, too. */
  @Test
  @Tag("long")
  void anEmergencyReachesEverybody() throws Exception {
    JsonNode end = broadcast(400, EXTREME, List.of(0, 60, 200));
    assertEquals(400, reached(), "missed: " + end);
    assertTrue(texts() - reached() <= 3L * GAP, "twice: " + (texts() - reached()));
  }

  /**
   * Has an official send a notice and kills the process.
   *
   * @param kills each when so many phones have it
   * @return its progress when nothing more of it is to go
   */
  private JsonNode broadcast(int people, String says, List<Integer> kills) throws Exception {
    JisrProcess jisr = operator.jisr();
    try {
      group(people);
      String id = submitted(says);
      for (int phones : kills) {
        until(() -> reached() >= phones);
        jisr.close();
        jisr = operator.jisr();
      }
      until(() -> progress(id).path("remaining").asLong(1) == 0);
      boolean again = says.equals(EXTREME);
      if (again) until(() -> progress(id).path("unknown").asLong() == 0);
      // The network has taken the last ones a moment before they are on the phones.
      until(() -> reached() + progress(id).path("unknown").asLong() >= people);
      return progress(id);
    } finally {
      jisr.close();
    }
  }

  private void group(int people) throws Exception {
    StringBuilder table = new StringBuilder("phone,language\n");
    for (int one = 0; one < people; one++) {
      String number = "+212661" + (980_000 + one);
      table.append(number).append(",fr\n");
      phones.add(await(operator.centre().phone(number)));
    }
    Path file = Files.writeString(folder.resolve("people.csv"), table);
    told("audience", "groups", "put", "tous", "Tous");
    told("audience", "import", file.toString(), "--group", "tous");
  }

  private String submitted(String says) throws Exception {
    boolean extreme = says.equals(EXTREME);
    Instant until = Instant.now().plus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    String body =
        "{%s,\"area\":{\"groups\":[\"tous\"]},\"until\":\"%s\",\"sender\":{\"fr\":\"Commune\"}}"
            .formatted(says, until);
    String file = Files.writeString(folder.resolve("notice.json"), body).toString();
    if (!extreme) {
      String id = id(told("notices", "write", file));
      told("notices", "submit", id);
      return id;
    }
    Phone official = await(operator.centre().phone(JisrProcess.MSISDN));
    await(official.dial("*585#"));
    told(
        "account",
        "create",
        "caid",
        "--role",
        "official",
        "--territory",
        "everywhere",
        "--phone",
        JisrProcess.MSISDN);
    String id = id(told("notices", "write", file, "--as", "caid"));
    told("notices", "do", "code", id, "--as", "caid");
    Matcher code = CODE.matcher(await(official.nextSms()).text());
    assertTrue(code.find());
    told("notices", "submit", id, "--code", code.group(), "--as", "caid");
    return id;
  }

  private static String id(String out) {
    Matcher id = ID.matcher(out);
    assertTrue(id.find(), out);
    return id.group();
  }

  private String told(String... words) {
    CommandRun run = operator.run(words);
    assertEquals(0, run.code(), run::toString);
    return run.out();
  }

  private JsonNode progress(String id) {
    CommandRun run = operator.run("notices", "do", "progress", id);
    try {
      return new ObjectMapper().readTree(run.code() == 0 ? run.out() : "{}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long reached() {
    return phones.stream().filter(phone -> !phone.inbox().isEmpty()).count();
  }

  private long texts() {
    return phones.stream().mapToLong(phone -> phone.inbox().size()).sum();
  }

  /** Looks again and again; a wait is no judgement. */
  private void until(BooleanSupplier what) throws Exception {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!what.getAsBoolean()) {
      assertTrue(System.nanoTime() < patience, () -> reached() + " of " + phones.size());
      await(operator.vertx().timer(50, TimeUnit.MILLISECONDS));
    }
  }
}
