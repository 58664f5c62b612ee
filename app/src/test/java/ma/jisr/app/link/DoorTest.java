package ma.jisr.app.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.settings.SettingsReader;
import ma.jisr.app.wiring.Node;
import ma.jisr.gateway.session.KeyFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People who come by aggregators over HTTP are served by the whole, as those by SMPP are. */
class DoorTest {
  private static final String SECRET = "known-to-both-of-us";

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  private Settings settings() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("jisr.yaml"),
            """
            http: {port: 0}
            door: {port: 0}
            samples: true
            links:
              - {id: at, type: ussd-http, aggregator: africastalking, verify: {secret: "${S}"}}
              - {id: hub, type: ussd-http, aggregator: arkesel, verify: {secret: "${S}", in: path}}
              - {id: tru, type: ussd-http, aggregator: truroute, verify: {secret: "${S}"}}
            """);
    Settings settings = new SettingsReader(Map.of("S", SECRET)).read(file);
    if (!Files.exists(settings.keys())) KeyFile.create(settings.keys(), new SecureRandom());
    return settings;
  }

  @Test
  void theThreeShapesAndARestartInTheMiddle() throws Exception {
    try (Node node = Node.start(settings())) {
      String first = form(node, "212661000001", "");
      assertTrue(first.startsWith("CON Langue / Lougha"), first);
      assertTrue(form(node, "212661000001", "3").startsWith("CON "));
      String place = form(node, "212661000001", "3*1");
      assertTrue(place.contains("lieu") || place.contains("Lieu"), place);
      String found = form(node, "212661000001", "3*1*amizmiz");
      assertTrue(found.contains("Amizmiz"), found);
      String other = xml(node, "212661000003", "1", "*585#");
      assertTrue(other.contains("<type>2</type><msg>Langue / Lougha"), other);
      assertTrue(json(node, true, "*585#").contains("Langue / Lougha"));
      assertTrue(json(node, false, "3").contains("continueSession\":true"));
      assertTrue(json(node, false, "1").contains("ieu"));
    }
    try (Node node = Node.start(settings())) {
      String found = json(node, false, "amizmiz");
      assertTrue(found.contains("Amizmiz"), "the answer to the open question: " + found);
    }
  }

  /** A provider of SMS: what it is called with is kept. */
  private static HttpServer platform(BlockingQueue<String> called) throws IOException {
    HttpServer platform =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    platform.createContext(
        "/",
        exchange -> {
          called.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          byte[] answer = "{\"sid\":\"SM1\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(201, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    platform.start();
    return platform;
  }

  @Test
  void messagesByAProvider() throws Exception {
    BlockingQueue<String> called = new LinkedBlockingQueue<>();
    HttpServer platform = platform(called);
    Path file =
        Files.writeString(
            folder.resolve("sms.yaml"),
            """
            http: {port: 0}
            door: {port: 0}
            samples: true
            links:
              - {id: at, type: ussd-http, aggregator: africastalking, verify: {secret: "${S}"}}
              - {id: tw, type: sms-http, provider: twilio, account: AC1, token: "${S}",
                 base: "http://127.0.0.1:%d", verify: {secret: "${S}"}}
            """
                .formatted(platform.getAddress().getPort()));
    Settings settings = new SettingsReader(Map.of("S", SECRET)).read(file);
    KeyFile.create(settings.keys(), new SecureRandom());
    try (Node node = Node.start(settings)) {
      String words = "MessageSid=SM7&From=%2B212661000005&To=2121&Body=wifi+amizmiz";
      assertEquals("<Response/>", post(node, "tw", "application/x-www-form-urlencoded", words));
      String answer = called.poll(10, TimeUnit.SECONDS);
      assertTrue(answer != null && answer.contains("To=%2B212661000005"), answer);
      assertTrue(answer.contains("Amizmiz"), answer);
    } finally {
      platform.stop(0);
    }
  }

  private String form(Node node, String number, String text) throws Exception {
    String body =
        "sessionId=f1&phoneNumber=%2B"
            + number
            + "&serviceCode=*585%23&text="
            + URLEncoder.encode(text, StandardCharsets.UTF_8);
    return post(node, "at", "application/x-www-form-urlencoded", body);
  }

  private String json(Node node, boolean begins, String text) throws Exception {
    String body =
        new JsonMapper()
            .createObjectNode()
            .put("sessionID", "j1")
            .put("userID", "u")
            .put("newSession", begins)
            .put("msisdn", "212661000002")
            .put("userData", text)
            .toString();
    return post(node, "hub/" + SECRET, "application/json", body);
  }

  private String xml(Node node, String number, String type, String text) throws Exception {
    String body =
        "<ussd><msisdn>%s</msisdn><sessionid>x1</sessionid><type>%s</type><msg>%s</msg></ussd>"
            .formatted(number, type, text);
    return post(node, "tru", "text/xml", body);
  }

  private String post(Node node, String path, String type, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.doorPort() + "/links/" + path))
            .header("content-type", type)
            .header("X-Secret", SECRET)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    var response = client.send(request, BodyHandlers.ofString());
    assertEquals(200, response.statusCode(), response.body());
    return response.body();
  }
}
