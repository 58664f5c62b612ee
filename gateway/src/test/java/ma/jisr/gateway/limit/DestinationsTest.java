package ma.jisr.gateway.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import ma.jisr.base.Address;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationsTest {
  private final Destinations usual = new Destinations(Limits.usual().destinations());

  @ParameterizedTest
  @CsvSource({
    "tel, 212661000001, true",
    "tel, 212700000001, true",
    "tel, 212524000000, false", // a landline
    "tel, 33612345678, false", // abroad
    "tel, 21266, false", // a short code, though it begins as a mobile does
    "tel, 2126610, false",
    "tel, 21266PROMO, false", // a name
    "tel, 2126610000012345, false", // longer than any number
    "tel, 2121, false", // a short code
    "mattermost, u1, true"
  })
  void moroccanMobilesOnly(String scheme, String value, boolean goes) {
    assertEquals(goes, usual.allow(new Address(scheme, value)));
  }

  @ParameterizedTest
  @CsvSource({"33612345678", "2121"})
  void withoutPrefixesAnyNumber(String number) {
    assertEquals(true, new Destinations(List.of()).allow(new Address("tel", number)));
  }
}
