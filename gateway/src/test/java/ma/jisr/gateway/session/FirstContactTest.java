package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.flow.person.Person;
import ma.jisr.flow.person.Profile;
import ma.jisr.flow.value.Value;
import ma.jisr.gateway.limit.Spent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstContactTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:15:00Z");

  @ParameterizedTest
  @CsvSource({
    "false, -1, true",
    "false, 1, false", // not yet
    "true, -1, false" // who has said STOP once and nothing else must not be told again
  })
  void whoWasHeardOnceIsForgotten(boolean stopped, int minutes, boolean over) {
    Value.Item home = new Value.Item("c1", LocalText.same("Amizmiz"), Map.of());
    Profile profile = new Profile(Language.FR, Set.of(), home, List.of(), Set.of(), stopped, false);
    Person person =
        FirstContact.met(Person.unknown("p").withProfile(profile), NOW.plusSeconds(60L * minutes));
    PersonDocument document =
        new PersonDocument(
            person,
            List.of(),
            HeardMarks.of(List.of("m")),
            List.of(),
            List.of(),
            Spent.NOTHING,
            "p1",
            "",
            Map.of());
    assertEquals(over, FirstContact.over(document, NOW));
  }
}
