package ma.jisr.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ma.jisr.gateway.account.Audit;
import ma.jisr.gateway.account.Staff;
import ma.jisr.gateway.web.Connections;
import ma.jisr.gateway.web.Patience;
import ma.jisr.gateway.web.Proxies;
import org.junit.jupiter.api.Test;

/** Clients behind a proxy, and clients who only say so, over real HTTP. */
class ForwardedTest {
  private static final String HEADER = "x-forwarded-for";

  private static ThingsApi behind(Proxies proxies) {
    return new ThingsApi(new Staff(), Patience.USUAL, proxies, Optional.empty());
  }

  private static int guess(ThingsApi api, String from) {
    return api.bare(api.port, "GET", "/things", "", HEADER, from, "authorization", "Bearer x")
        .statusCode();
  }

  private static List<String> froms(ThingsApi api) {
    return api.staff.audit.read(Audit.day(api.staff.now), "", 100).join().stream()
        .map(line -> line.who().from())
        .toList();
  }

  @Test
  void whoGuessesBehindAProxyIsStoppedAlone() {
    try (ThingsApi api = behind(Proxies.of(List.of("127.0.0.0/8")))) {
      for (int i = 0; i < CallLimits.Rate.GUESS.burst(); i++)
        assertEquals(401, guess(api, "198.51.100.1"));
      assertEquals(429, guess(api, "198.51.100.1"));
      assertEquals(429, guess(api, "1.2.3.4, 198.51.100.1"), "whatever stands before it");
      assertEquals(401, guess(api, "198.51.100.2"));
      assertEquals(200, api.ask("GET", "/things", "", HEADER, "203.0.113.9").statusCode());
      assertEquals(200, api.ask("GET", "/things", "").statusCode());
      assertEquals(List.of("203.0.113.9", "127.0.0.1"), froms(api));
    }
  }

  @Test
  void whoOnlySaysSoIsCountedByTheirOwnAddress() {
    try (ThingsApi api = behind(Proxies.of(List.of("192.0.2.1")))) {
      for (int i = 0; i < CallLimits.Rate.GUESS.burst(); i++)
        assertEquals(401, guess(api, "198.51.100." + i));
      assertEquals(429, guess(api, "198.51.100.99"));
      api.nanos.addAndGet(60_000_000_000L);
      assertEquals(200, api.ask("GET", "/things", "", HEADER, "203.0.113.9").statusCode());
      assertEquals(List.of("127.0.0.1"), froms(api));
    }
  }

  /** The bound of one address would be that of all clients together. */
  @Test
  void aProxyMayHaveManyConnections() throws IOException {
    List<Socket> sockets = new ArrayList<>();
    try (ThingsApi api = behind(Proxies.of(List.of("127.0.0.1")))) {
      for (int i = 0; i <= Connections.MOST_OF_ONE; i++)
        sockets.add(new Socket(InetAddress.getLoopbackAddress(), api.port));
      sockets.getLast().setSoTimeout(200);
      boolean open = false;
      try {
        open = sockets.getLast().getInputStream().read() >= 0;
      } catch (SocketTimeoutException e) {
        open = true;
      }
      assertTrue(open, "it was closed");
    } finally {
      for (Socket socket : sockets) socket.close();
    }
  }
}
