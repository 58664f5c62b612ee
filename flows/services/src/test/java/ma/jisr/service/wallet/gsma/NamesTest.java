package ma.jisr.service.wallet.gsma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ma.jisr.service.wallet.port.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as payers see them. */
class NamesTest {
  private static Fields name(String... pairs) {
    ObjectNode name = Json.object();
    for (int i = 0; i < pairs.length; i += 2)
      if (pairs[i + 1] != null) name.put(pairs[i], pairs[i + 1]);
    return new Fields(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "Fatima-Zahra | Bennani  |                  |          | Fatima-Z. B***",
        "Fatima Zahra | Bennani  |                  |          | Fatima B***",
        "Ali          | El Amrani|                  |          | Ali E***",
        "             |          | Ali Ben Youssef  |          | Ali Y***",
        "             |          | Ali              |          | Ali***",
        "             |          | Mohammed         |          | Moh***",
        "Ali          |          |                  |          | Ali***",
        "             |          |                  | فاطمة بناني | فاطمة ب***",
        "             |          |                  |          | ''",
        "http://x.ma  | Win      |                  |          | http W***",
        "Abcdefghijklmnopqrstuvwxyzabcdef | Z |     |          | Abcdefghijklmnopqrs Z***"
      })
  void people(String first, String last, String full, String nativeName, String shown) {
    Fields name =
        name("firstName", first, "lastName", last, "fullName", full, "nativeName", nativeName);
    String masked = Names.of(name, Account.Type.MSISDN);
    assertEquals(shown.equals("''") ? "" : shown, masked);
    assertTrue(masked.length() <= 24);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Epicerie Baraka (ex.) | Epicerie Baraka ex.",
        "Regie autonome des eaux du Sud | Regie autonome des eaux",
        "a  b\tc | a b c",
        "www.win.example | www win example"
      })
  void shops(String full, String shown) {
    String name = Names.of(name("fullName", full), Account.Type.ORGANISATION);
    assertEquals(shown.substring(0, Math.min(24, shown.length())), name);
  }

  @Test
  void whatIsNoNameIsNotShown() {
    Fields name = name("firstName", "A\u0007l\u202ei\u200f", "lastName", "B\r\nennani <x>");
    assertEquals("Ali B***", Names.of(name, Account.Type.MSISDN));
  }
}
