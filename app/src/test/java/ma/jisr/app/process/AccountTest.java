package ma.jisr.app.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.jisr.app.command.CommandRun;
import ma.jisr.app.wiring.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What docs/api.md tells a newcomer, and what an administrator does after it. */
@Execution(ExecutionMode.CONCURRENT)
class AccountTest {
  private static final String NUMBER = "+212661987655";
  private static final String OFFICIAL = "+212661987676";
  private static final String BODY =
      """
      {"facts":{"name":{"fr":"Maison des jeunes"},"kind":"youth_centre","access":"free",
       "place":"al-haouz.amizmiz","hours":"Mo-Sa 09:00-18:00"}}\
      """;

  @TempDir Path folder;
  private Path config;
  private String url = "";

  private CommandRun account(String... words) {
    List<String> all = new ArrayList<>(List.of("account"));
    all.addAll(List.of(words));
    all.addAll(List.of("--config", config.toString()));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private String told(String... words) {
    CommandRun run = account(words);
    assertEquals(0, run.code(), run.toString());
    return run.out().strip();
  }

  private String refused(String... words) {
    CommandRun run = account(words);
    assertEquals(1, run.code(), run.toString());
    return run.err().strip();
  }

  private String ask(String token, String method, String path, String body) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(url + path))
              .header("authorization", "Bearer " + token)
              .method(
                  method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
      if (!body.isEmpty()) request.header("content-type", "application/json");
      var response = client.send(request.build(), BodyHandlers.ofString());
      return response.statusCode() + " " + response.body();
    }
  }

  /** Tied before the first word, in the history by the account's id, and nobody once disabled. */
  private void anAgentActsByPhone(String token) throws Exception {
    told(
        "create",
        "hind",
        "--role",
        "agent",
        "--territory",
        "al-haouz",
        "--phone",
        JisrProcess.MSISDN);
    try (RadioPhone phone = new RadioPhone(folder.resolve("data"))) {
      phone.dial("*585#");
      String thanks = phone.answer("HS 1042 PANNE");
      assertTrue(thanks.contains("Enregistré"), thanks);
      String spot = ask(token, "GET", "/hotspots/sample-1042", "");
      assertTrue(spot.contains("\"state\":\"broken\""), spot);
      String history = ask(token, "GET", "/hotspots/sample-1042/history", "");
      String hind = told("show", "hind").replaceAll("(?s).*  ([0-9A-Z]{26})\n.*", "$1");
      assertTrue(history.contains("\"actor\":\"" + hind + "\",\"role\":\"agent\""), history);
      told("disable", "hind");
      phone.dial("*585#");
      String refusal = phone.answer("HS 1042 OK");
      assertFalse(refusal.contains("Enregistré"), refusal);
    }
  }

  /** By the number that the account keeps: nothing has ever come from that phone. */
  private void aCodeReachesAPhoneThatHasNeverWritten() throws Exception {
    told("create", "caid", "--role", "official", "--territory", "al-haouz", "--phone", OFFICIAL);
    String token = told("token", "create", "caid");
    try (RadioPhone phone = new RadioPhone(folder.resolve("data"), OFFICIAL)) {
      String notice =
          """
          {"topic":"water","words":{"fr":{"headline":"Eau coupée","instruction":"Attendez"}},
           "area":{"places":["al-haouz.amizmiz"]},"until":"%s","sender":{"fr":"Commune"}}\
          """
              .formatted(Instant.now().plus(Duration.ofHours(3)));
      String drafted = ask(token, "POST", "/notices", notice);
      assertTrue(drafted.startsWith("201"), drafted);
      String id = drafted.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
      String asked = ask(token, "POST", "/notices/" + id + "/code", "");
      assertTrue(asked.startsWith("200"), asked);
      String code = phone.sms();
      assertTrue(code.matches("(?s).*\\b\\d{6}\\b.*"), code);
    }
  }

  /**
   * Who keeps the accounts hands over first; what is taken from a role is taken from its tokens.
   */
  private void rolesChange(String token) throws Exception {
    assertTrue(refused("disable", "amina").contains("last administrator"));
    assertTrue(refused("role", "amina", "viewer").contains("--territory"));
    assertTrue(
        refused("role", "amina", "viewer", "--territory", "al-haouz").contains("last admin"));
    assertTrue(told("role", "said", "administrator").contains("administrator  everywhere"));
    assertTrue(told("territory", "hind", "safi").contains("agent  safi"));
    assertTrue(told("role", "hind", "operator").contains("operator  safi"));
    told("role", "amina", "viewer", "--territory", "al-haouz");
    assertTrue(ask(token, "GET", "/hotspots", "").startsWith("200"));
    assertTrue(ask(token, "POST", "/hotspots", BODY).startsWith("403"));
  }

  @Test
  void anAccountIsMadeUsedAndDisabled() throws Exception {
    config =
        CommandRun.config(
            folder, "sandbox: true\nhttp: {port: 0}\napi: {admin: {port: 0}, token-rate: 50}\n");
    assertTrue(refused("create", "amina", "--role", "administrator").contains("no process runs"));
    try (JisrProcess jisr = JisrProcess.start(Map.of(), "--config", config.toString()).ready()) {
      url =
          jisr.says("API: ").lines().stream()
              .filter(line -> line.startsWith("API: "))
              .findFirst()
              .orElseThrow()
              .replaceAll("API: (\\S+)/openapi.json.*", "$1");
      assertEquals("401", ask("", "GET", "/hotspots", "").substring(0, 3));
      assertTrue(told("create", "amina", "--role", "administrator").contains("everywhere"));
      assertTrue(
          refused("create", "amina", "--role", "viewer", "--territory", "everywhere")
              .contains("taken"));
      String token = told("token", "create", "amina");
      assertTrue(token.matches("jisr_[0-9A-Z]{26}_[A-Za-z0-9_-]{43}"), token);
      assertTrue(ask(token, "GET", "/places?q=amizmiz", "").startsWith("200"));
      String made = ask(token, "POST", "/hotspots", BODY);
      assertTrue(made.startsWith("201"), made);
      assertTrue(
          ask(token, "GET", "/hotspots/near?place=al-haouz.amizmiz&limit=20", "")
              .contains("Maison des jeunes"));

      assertTrue(refused("create", "said", "--role", "agent").contains("--territory"));
      assertTrue(
          refused("create", "said", "--role", "agent", "--territory", "atlantis")
              .contains("no area"));
      assertTrue(
          refused("create", "said", "--role", "agent", "--territory", "al-haouz", "--phone", "12")
              .contains("no number"));
      told("create", "said", "--role", "agent", "--territory", "al-haouz", "--phone", NUMBER);
      assertFalse(told("list").contains("987655"));
      assertTrue(told("show", "said").contains("no tokens"));
      String saids = told("token", "create", "said", "--scopes", "hotspots:read", "--days", "1");
      assertTrue(ask(saids, "GET", "/hotspots", "").startsWith("200"));
      assertTrue(ask(saids, "POST", "/hotspots", BODY).startsWith("403"));
      assertTrue(ask(saids, "GET", "/audit", "").startsWith("403"));
      String id = told("token", "list", "said").substring(0, 8);
      told("token", "revoke", "said", id);
      assertTrue(ask(saids, "GET", "/hotspots", "").startsWith("401"));
      anAgentActsByPhone(token);
      aCodeReachesAPhoneThatHasNeverWritten();
      rolesChange(token);
      told("disable", "amina");
      assertTrue(ask(token, "GET", "/hotspots", "").startsWith("401"));

      String audit = told("audit");
      assertTrue(audit.contains("owner: account.create amina, asked"), audit);
      assertTrue(audit.contains(": createHotspot"), audit);
      assertTrue(audit.contains("owner: account.role.administrator 01"), audit);
      assertTrue(
          audit.matches(
              "(?s).*hind 01\\w+ from ussd: hotspots\\.confirm\\.broken sample-1042, 200\n.*"),
          audit);
      assertFalse(audit.contains("987655") || audit.contains("jisr_"), audit);
      for (String line : jisr.lines()) assertFalse(line.contains("jisr_"), "a token in: " + line);
      jisr.terminate();
      assertEquals(0, jisr.exit(Node.STOP_BOUND));
    }
    String stored =
        Files.readString(folder.resolve("data").resolve("live.db"), StandardCharsets.ISO_8859_1);
    assertFalse(stored.contains("987655") || stored.contains("987676"), "a number is stored");
  }
}
