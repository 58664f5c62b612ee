package ma.jisr.map.report;

import static ma.jisr.map.report.Field.MONDAY_10;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.map.report.Proposals.Proposed;
import org.junit.jupiter.api.Test;

class ProposalsTest {
  private static final String PLACE = "al-haouz.amizmiz";

  private final Field field = new Field();

  @Test
  void waitsWithItsPlaceAndLandmarkAndNobodysName() {
    assertEquals(Proposed.WAITS, propose("amina", "mosquée\ndu souk, 06 61 23 45 67", "k"));
    Proposal one = waiting().getFirst();
    assertEquals(PLACE, one.place());
    assertEquals("mosquée du souk, <tel>", one.landmark());
    assertFalse(field.store.scan(Proposals.SPEC.name(), "", 9).join().toString().contains("amina"));
  }

  @Test
  void theSameIsNamedOnce() {
    propose("amina", "souk", "k");
    assertEquals(Proposed.WAITS, propose("amina", "souk", "k"));
    assertEquals(1, waiting().size());
  }

  @Test
  void onePersonNamesSoManyADayAndAPlaceHoldsSoMany() {
    for (int i = 0; i < ReportRules.USUAL.newADay(); i++)
      assertEquals(Proposed.WAITS, propose("amina", "souk", "k" + i));
    assertEquals(Proposed.ENOUGH, propose("amina", "souk", "more"));
    for (int i = 0; i < 40; i++) propose("p" + i, "souk", "p" + i);
    assertEquals(Proposals.WAITING_IN_A_PLACE, waiting().size());
    assertEquals(Proposed.FULL, propose("somebody", "souk", "full"));
  }

  @Test
  void acceptedItIsThankedForOnce() {
    propose("amina", "souk", "k");
    String id = waiting().getFirst().id();
    Optional<Proposal> accepted =
        field.proposals.decide(id, "operator", "hotspot-7", MONDAY_10).join();
    assertEquals(Proposal.State.ACCEPTED, accepted.orElseThrow().state());
    assertEquals("", accepted.orElseThrow().to(), "nobody need be found any more");
    field.proposals.decide(id, "operator", null, MONDAY_10).join();
    assertEquals(List.of("amina"), field.thanked("new:" + id).people());
    assertEquals(1, field.thanked.size());
    assertEquals(List.of(), waiting());
  }

  @Test
  void rejectedNobodyIsTold() {
    propose("amina", "souk", "k");
    String id = waiting().getFirst().id();
    field.proposals.decide(id, "operator", null, MONDAY_10).join();
    assertEquals(Map.of(), field.thanked);
    assertEquals(
        Optional.empty(), field.proposals.decide("nothing", "operator", null, MONDAY_10).join());
  }

  private Proposed propose(String person, String landmark, String key) {
    return field.proposals.propose(person, PLACE, landmark, false, MONDAY_10, key).join();
  }

  private List<Proposal> waiting() {
    return field.proposals.waiting(100).join();
  }
}
