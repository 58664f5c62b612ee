package ma.jisr.gateway.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By which link a message goes. */
class LinkChoiceTest {
  private static final LinkChoice CHOICE =
      new LinkChoice(
          List.of(
              new LinkChoice.Candidate("iam", "iam", List.of("21261", "212650"), 20),
              new LinkChoice.Candidate("iam2", "iam", List.of("21261"), 20),
              new LinkChoice.Candidate("inwi", "inwi", List.of("2126", "21265"), 15),
              new LinkChoice.Candidate("hub", "hub", List.of(), 10)));

  @ParameterizedTest
  @CsvSource({
    // last | bound | number | up | chosen
    "iam, false, 212661000001, iam inwi hub, iam", // the last one, whatever others cost
    "iam, true, 212661000001, iam inwi, iam",
    "iam, false, 212661000001, iam2 inwi hub, inwi", // prefix 2126, since 21261 does not fit
    "iam, false, 212610000001, iam2 inwi hub, iam2", // the longest prefix
    "gone, false, 212650000001, iam inwi hub, iam", // 212650 is longer than 21265
    "gone, false, 212770000001, iam inwi hub, hub", // none fits: the cheapest
    "gone, false, 212610000001, iam iam2, iam", // alike: the first
    "iam, true, 212610000001, iam2 inwi hub, iam2", // in doubt: the same SMSC only
    "iam, true, 212610000001, inwi hub, iam", // or wait
    "gone, true, 212610000001, iam, gone",
    "iam, false, 212610000001, '', iam", // nothing is up: it waits
    "ussd, false, 212770000001, ussd iam hub, hub", // is up, and carries no messages
    "ussd, false, 212610000001, ussd, iam", // it waits for a link that does
    "ussd, true, 212610000001, ussd, ussd",
  })
  void choice(String last, boolean bound, String number, String up, String chosen) {
    Set<String> links = Set.copyOf(Arrays.asList(up.split(" ")));
    assertEquals(chosen, CHOICE.choose(last, bound, number, links::contains));
  }

  @Test
  void withoutSettingsEverythingStaysWhereItIs() {
    assertEquals("iam", LinkChoice.NONE.choose("iam", false, "212610000001", link -> false));
  }
}
