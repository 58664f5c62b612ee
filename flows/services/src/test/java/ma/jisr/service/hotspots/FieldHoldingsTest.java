package ma.jisr.service.hotspots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import ma.jisr.map.hotspot.HotspotMap;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.report.Proposals;
import ma.jisr.service.FieldDouble;
import ma.jisr.service.HoldingCheck;
import ma.jisr.service.Whose;
import ma.jisr.service.proof.ProofHolding;
import ma.jisr.store.Document;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

/** What is kept of who reports, proposes and proves. */
class FieldHoldingsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Whose AMINA = new Whose("amina", List.of());
  private static final Whose SAID = new Whose("said", List.of());

  private final MemoryStore store = new MemoryStore(FieldDouble.specs());
  private final FieldDouble field = new FieldDouble(store, new HotspotMap(Almanac.COMPUTED));

  private void propose(String person, String key) {
    assertEquals(
        Proposals.Proposed.WAITS,
        field
            .ports
            .proposals()
            .propose(person, "al-haouz.amizmiz", "souk " + key, false, NOW, key)
            .join());
  }

  private List<Document> proposals() {
    return store.scan(Proposals.SPEC.name(), "", 9).join();
  }

  @Test
  void proposalsStayAndNobodyHasMadeThem() {
    propose("amina", "k1");
    propose("said", "k2");
    HoldingCheck.erases(
        new ProposalHolding(field.ports.proposals()), AMINA, SAID, NOW, "proposals");
    assertEquals(2, proposals().size(), "it may be there all the same");
    assertEquals(1, proposals().stream().filter(d -> d.json().contains("\"to\":\"\"")).count());
  }

  @Test
  void whatIsDecidedIsNobodysAlready() {
    propose("amina", "k1");
    String id = proposals().getFirst().id();
    field.ports.proposals().decide(id, "operator", null, NOW).join();
    assertEquals(List.of(), new ProposalHolding(field.ports.proposals()).held(AMINA).join());
  }

  @Test
  void howOftenSomebodyWasRightIsForgotten() {
    propose("amina", "k1"); // whose day is counted
    propose("said", "k2");
    HoldingCheck.erases(new ReportHolding(field.ports.reports()), AMINA, SAID, NOW, "reports");
  }

  @Test
  void whoAskedForCodesIsForgotten() {
    for (String person : List.of("amina", "said"))
      assertTrue(field.ports.proofs().ask(person, "k" + person, "x", NOW).join().isPresent());
    HoldingCheck.erases(new ProofHolding(field.ports.proofs()), AMINA, SAID, NOW, "proofs");
  }
}
