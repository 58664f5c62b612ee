package ma.jisr.gateway.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose word on where a request comes from is taken. */
class ProxiesTest {
  private static final Proxies OURS = Proxies.of(List.of("10.0.0.0/8", "192.0.2.7", "fd00::/8"));

  /** One header each where there is a bar. */
  @ParameterizedTest
  @CsvSource({
    "203.0.113.9, '', 203.0.113.9",
    "203.0.113.9, 198.51.100.1, 203.0.113.9",
    "10.1.2.3, '', 10.1.2.3",
    "10.1.2.3, 198.51.100.1, 198.51.100.1",
    "192.0.2.7, 198.51.100.1, 198.51.100.1",
    "192.0.2.8, 198.51.100.1, 192.0.2.8",
    // Who writes a header of their own stands before what the proxy adds.
    "10.1.2.3, '1.1.1.1, 198.51.100.1', 198.51.100.1",
    "10.1.2.3, '1.1.1.1, 198.51.100.1, 10.9.9.9', 198.51.100.1",
    "10.1.2.3, '1.1.1.1|198.51.100.1,10.9.9.9', 198.51.100.1",
    "10.1.2.3, '10.0.0.1, 10.0.0.2', 10.0.0.1",
    "10.1.2.3, 198.51.100.1:5123, 198.51.100.1",
    "10.1.2.3, '[2001:db8::5]:443', 2001:db8:0:0:0:0:0:5",
    "10.1.2.3, '[2001:db8::5]', 2001:db8:0:0:0:0:0:5",
    "10.1.2.3, 2001:db8::5, 2001:db8:0:0:0:0:0:5",
    "10.1.2.3, ::ffff:198.51.100.1, 198.51.100.1",
    "fd00:0:0:0:0:0:0:1, 198.51.100.1, 198.51.100.1",
    "fe80:0:0:0:0:0:0:1, 198.51.100.1, fe80:0:0:0:0:0:0:1",
    // What is no address ends it: the last who is known answers for it.
    "10.1.2.3, unknown, 10.1.2.3",
    "10.1.2.3, '198.51.100.1, ', 10.1.2.3",
    "10.1.2.3, '198.51.100.1, 10.0.0.9 x', 10.1.2.3",
    "10.1.2.3, '198.51.100.1, evil.example, 10.0.0.9', 10.0.0.9",
    "10.1.2.3, 999.1.1.1, 10.1.2.3",
    "10.1.2.3, '198.51.100.1\"><script>', 10.1.2.3"
  })
  void theNearestAddressThatIsNoProxyAsks(String peer, String headers, String client) {
    List<String> forwarded = headers.isEmpty() ? List.of() : List.of(headers.split("\\|"));
    assertEquals(client, OURS.client(peer, forwarded));
  }

  @Test
  void aRowOfProxiesHasAnEnd() {
    List<String> hops = new ArrayList<>(List.of("198.51.100.1"));
    for (int i = 1; i <= 2 * Proxies.MOST_HOPS; i++) hops.add("10.0.0." + i);
    assertEquals("10.0.0.17", OURS.client("10.1.2.3", List.of(String.join(",", hops))));
  }

  @Test
  void withoutProxiesNobodyIsBelieved() {
    assertEquals("127.0.0.1", Proxies.NONE.client("127.0.0.1", List.of("198.51.100.1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "proxy.example",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "/8",
        "::/129",
        "10/8x"
      })
  void whatIsNoAddressIsRefused(String network) {
    assertThrows(IllegalArgumentException.class, () -> Proxies.of(List.of(network)));
  }
}
