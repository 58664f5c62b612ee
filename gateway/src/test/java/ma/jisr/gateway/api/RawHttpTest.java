package ma.jisr.gateway.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.gateway.account.Staff;
import ma.jisr.gateway.web.Connections;
import ma.jisr.gateway.web.Patience;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no well-mannered client sends: over a bare socket. */
class RawHttpTest {
  private static final Pattern STATUS = Pattern.compile("HTTP/[0-9]\\.[0-9] ([0-9]{3})");

  /** Half a second, where a test waits for the server's patience to end. */
  private static final long SHORT_MILLIS = 500;

  private final ThingsApi api =
      new ThingsApi(new Staff(), new Patience(SHORT_MILLIS, 45_000, 15_000));

  @AfterEach
  void stop() {
    api.close();
  }

  private String request(String line, String... headers) {
    StringBuilder request = new StringBuilder(line + "\r\nHost: x\r\n");
    request.append("Authorization: Bearer ").append(api.token).append("\r\n");
    for (String header : headers) request.append(header).append("\r\n");
    return request.append("\r\n").toString();
  }

  /** All that comes until the server closes the connection. */
  private String sent(String bytes) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port)) {
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    } catch (SocketException e) {
      return ""; // reset: what was left unread is thrown away
    }
  }

  private static List<String> statuses(String answer) {
    List<String> all = new ArrayList<>();
    for (Matcher m = STATUS.matcher(answer); m.find(); ) all.add(m.group(1));
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "GET /things/%zz HTTP/1.1, 400",
    "GET /things?limit=%zz HTTP/1.1, 400",
    "GET /things?limit=%ff HTTP/1.1, 400",
    "GET things HTTP/1.1, 404",
    "GET /../things HTTP/1.1, 200",
    "GET //things HTTP/1.1, 404",
    "GET /things/../../etc/passwd HTTP/1.1, 404",
    "FOO /things HTTP/1.1, 405",
    "get /things HTTP/1.1, 405",
    "PRI * HTTP/2.0, 400",
    "GET /things HTTP/9.9, 400",
    "nonsense, 400"
  })
  void aLineIsAnswered(String line, String expected) throws IOException {
    List<String> statuses = statuses(sent(request(line, "Connection: close")));
    assertEquals(1, statuses.size(), line + ": " + statuses);
    String status = statuses.getFirst();
    boolean path = line.contains("//") || line.contains("..") || line.contains(" things");
    if (path) assertTrue(status.matches("200|400|404"), status);
    else if (line.contains("HTTP/"))
      assertTrue(status.equals(expected) || status.matches("4..|501|505"), status);
    else assertEquals(expected, status);
  }

  @Test
  void whatIsTooLongIsToldSo() throws IOException {
    String line = sent(request("GET /things?colour=" + "x".repeat(5_000) + " HTTP/1.1"));
    assertEquals(List.of("414"), statuses(line));
    assertTrue(line.contains("application/problem+json"), line);
    assertEquals(
        List.of("431"),
        statuses(sent(request("GET /things HTTP/1.1", "X: " + "y".repeat(10_000)))));
  }

  @Test
  void pipelinedRequestsAreAnsweredInTheirOrder() throws IOException {
    String answer =
        sent(
            request("GET /things/1 HTTP/1.1")
                + request("HEAD /things/2 HTTP/1.1")
                + request("GET /nothing HTTP/1.1")
                + request("GET /things/3 HTTP/1.1", "Connection: close"));
    assertEquals(List.of("200", "200", "404", "200"), statuses(answer));
    assertTrue(answer.indexOf("{\"name\":\"1\"}") < answer.indexOf("{\"name\":\"3\"}"));
    assertFalse(answer.contains("{\"name\":\"2\"}"), "HEAD has no body");
  }

  /** A body that is refused unread must not be taken for the next request. */
  @Test
  void theRestOfARefusedBodyIsNoRequest() throws IOException {
    String smuggled = request("GET /things/9 HTTP/1.1");
    String post =
        "POST /things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
            + (smuggled.length() + 10)
            + "\r\n\r\n"
            + smuggled;
    String answer = sent(post);
    assertEquals(List.of("401"), statuses(answer));
    assertFalse(answer.contains("\"9\""), answer);
  }

  @Test
  void twoLengthsAreNone() throws IOException {
    String answer =
        sent(
            request(
                "POST /things HTTP/1.1",
                "Content-Type: application/json",
                "Content-Length: 12",
                "Content-Length: 5",
                "Connection: close"));
    assertFalse(statuses(answer).contains("201"), answer);
  }

  /** Who sends a byte now and then holds a place no longer than who sends nothing. */
  @Test
  void aSlowHeadIsNotWaitedFor() throws Exception {
    long before = System.nanoTime();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port)) {
      byte[] head = "GET /things HTTP/1.1\r\nX: ".getBytes(ISO_8859_1);
      socket.getOutputStream().write(head);
      socket.setSoTimeout(50);
      boolean open = true;
      while (open) {
        try {
          open = socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
          socket.getOutputStream().write('x');
        } catch (SocketException e) {
          open = false;
        }
      }
    } catch (SocketException e) {
      // closed while a byte was written
    }
    assertTrue(System.nanoTime() - before >= SHORT_MILLIS * 500_000, "it was waited for");
  }

  @Test
  void aConnectionThatSaysNothingIsClosed() throws IOException {
    assertEquals("", sent(""));
  }

  @Test
  void oneAddressHasOnlySoManyConnections() throws IOException {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i <= Connections.MOST_OF_ONE; i++)
        sockets.add(new Socket(InetAddress.getLoopbackAddress(), api.port));
      assertEquals(-1, sockets.getLast().getInputStream().read());
    } finally {
      for (Socket socket : sockets) socket.close();
    }
  }

  @Test
  void aBodyInPiecesIsReadWhole() throws IOException {
    String answer =
        sent(
            request(
                    "POST /things HTTP/1.1",
                    "Content-Type: application/json",
                    "Transfer-Encoding: chunked",
                    "Connection: close")
                + "5\r\n{\"nam\r\n7\r\ne\":\"x\"}\r\n0\r\n\r\n");
    assertEquals(List.of("201"), statuses(answer));
  }
}
