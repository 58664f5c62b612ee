package ma.jisr.service.hotspots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import ma.jisr.base.Actor;
import ma.jisr.base.Assurance;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.map.hotspot.HotspotMap;
import ma.jisr.map.hotspot.HotspotTable;
import ma.jisr.map.hotspot.Kept;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Places;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.map.report.Proposal;
import ma.jisr.map.report.Proposals;
import ma.jisr.service.AccountDouble;
import ma.jisr.service.FieldDouble;
import ma.jisr.service.People;
import ma.jisr.service.Ports;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.trail.Trail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldDeskTest {
  private static final Gazetteer GAZETTEER = StarterGazetteer.read();
  private static final Actor AGENT = new Actor("agent-1", Role.AGENT, Territory.EVERYWHERE);

  private final HotspotMap map = new HotspotMap(Almanac.COMPUTED);
  private final FieldDouble field = new FieldDouble(map);
  private Instant now = Instant.parse("2026-03-02T10:00:00Z");
  private final HotspotService service =
      new HotspotService(
          new Ports(
              new Places(GAZETTEER),
              map,
              field.demand,
              FieldDouble.shops().book(),
              FieldDouble.shops().staff(),
              FieldDouble.tickets(),
              new People(),
              field.ports,
              new Outboxes(),
              Optional.empty(),
              AccountDouble.ports(),
              FieldDouble.challenges(),
              FieldDouble.notices(),
              FieldDouble.audience(),
              () -> now));
  private int calls;

  FieldDeskTest() {
    map.put(HotspotTable.samples(GAZETTEER).stream().map(h -> new Kept(h, 0)).toList());
  }

  @Test
  void aVoiceIsNotedOnceADayAndTwoMakeADoubt() {
    assertEquals("noted", tell("amina", "broken", Assurance.NETWORK));
    assertEquals("again", tell("amina", "broken", Assurance.NETWORK));
    assertEquals("noted", tell("said", "moved", Assurance.NETWORK));
    assertEquals(List.of("reports sample-1042 DOUBTFUL"), field.confirmed);
  }

  @Test
  void ofAnAgentByUssdItIsTheLastWord() {
    field.agents.put("amina", AGENT);
    assertEquals("confirmed", tell("amina", "broken", Assurance.NETWORK));
    assertEquals("confirmed", tell("amina", "works", Assurance.LINKED));
    assertEquals(
        List.of("agent-1 sample-1042 BROKEN", "agent-1 sample-1042 WORKS"), field.confirmed);
    assertEquals("noted", tell("amina", "moved", Assurance.NETWORK), "only its keeper knows where");
  }

  @Test
  void ofAnAgentBySmsItIsAVoiceLikeOthers() {
    field.agents.put("amina", AGENT);
    assertEquals("noted", tell("amina", "broken", Assurance.CLAIMED));
    assertEquals(List.of(), field.confirmed);
  }

  @Test
  void ofAnAgentElsewhereItIsAVoiceToo() {
    field.agents.put("amina", new Actor("a", Role.AGENT, new Territory(Set.of("safi"), false)));
    assertEquals("noted", tell("amina", "broken", Assurance.NETWORK));
    assertEquals("not_yours", command("amina", "1042 OK", Assurance.NETWORK).outcome());
  }

  @ParameterizedTest
  @CsvSource({"1042 OK, WORKS", "1042 PANNE, BROKEN", "1042 FERME, CLOSED"})
  void anAgentChecksByUssd(String text, String state) {
    field.agents.put("amina", AGENT);
    OperationResult result = command("amina", text, Assurance.NETWORK);
    assertEquals("confirmed", result.outcome());
    assertEquals(List.of("agent-1 sample-1042 " + state), field.confirmed);
  }

  @Test
  void anAgentChecksBySmsWithACode() {
    field.agents.put("amina", AGENT);
    OperationResult asked = command("amina", "1042 FERME", Assurance.CLAIMED);
    assertEquals("prove", asked.outcome());
    assertEquals(new Value.Text(FieldDouble.CODE), asked.values().get("code"));
    assertEquals(List.of(), field.confirmed);
    assertEquals("confirmed", prove("amina", FieldDouble.CODE));
    assertEquals(List.of("agent-1 sample-1042 CLOSED"), field.confirmed);
    assertEquals("late", prove("amina", FieldDouble.CODE), "it is used up");
  }

  @Test
  void aWrongCodeALateOneAndALockChangeNothing() {
    field.agents.put("amina", AGENT);
    for (int i = 0; i < 2; i++) {
      command("amina", "1042 OK", Assurance.CLAIMED);
      assertEquals("wrong", prove("amina", "000000"));
    }
    command("amina", "1042 OK", Assurance.CLAIMED);
    now = now.plus(Duration.ofMinutes(6));
    assertEquals("late", prove("amina", FieldDouble.CODE));
    command("amina", "1042 OK", Assurance.CLAIMED);
    assertEquals("wrong", prove("amina", "000000"));
    assertEquals("locked", command("amina", "1042 OK", Assurance.CLAIMED).outcome());
    assertEquals(List.of(), field.confirmed);
    assertEquals("confirmed", command("amina", "1042 OK", Assurance.NETWORK).outcome());
  }

  @Test
  void whoIsNoAgentAnyMoreProvesInVain() {
    field.agents.put("amina", AGENT);
    command("amina", "1042 OK", Assurance.CLAIMED);
    field.agents.clear();
    assertEquals("not_yours", prove("amina", FieldDouble.CODE));
    assertEquals(List.of(), field.confirmed);
  }

  @Test
  void fromAnybodyElseHsIsAVoice() {
    assertEquals("noted", command("amina", "1042 PANNE", Assurance.CLAIMED).outcome());
    assertEquals("again", command("amina", "1042 PANNE", Assurance.CLAIMED).outcome());
    assertEquals(List.of(), field.confirmed);
  }

  @ParameterizedTest
  @CsvSource({
    "1999 OK,                gone",
    "bonjour,                unclear",
    "NEW zzzzzz mosquee,     no_place",
    "NEW amizmiz,            no_place",
    "NEW amizmiz mosquee,    proposed",
    "'NEW Amizmiz, souk',    proposed",
    "NEW sidi bou othmane mosquee, proposed",
  })
  void saysWhatIsWrong(String text, String outcome) {
    assertEquals(outcome, command("amina", text, Assurance.NETWORK).outcome());
  }

  @Test
  void aNewOneWaitsAndSaysWhetherAnAgentNamedIt() {
    field.agents.put("said", AGENT);
    Map<String, Value> args = Map.of("place", item("al-haouz.amizmiz"), "landmark", text("souk"));
    assertEquals("noted", ask("amina", "hotspots.propose", Assurance.CLAIMED, args).outcome());
    assertEquals("proposed", command("said", "NEW amizmiz mosquee", Assurance.NETWORK).outcome());
    assertEquals("prove_new", command("said", "NEW amizmiz ecole", Assurance.CLAIMED).outcome());
    assertEquals("proposed", prove("said", FieldDouble.CODE));
    List<Proposal> waiting = field.ports.proposals().waiting(9).join();
    assertEquals(
        Set.of("souk false", "mosquee true", "ecole true"),
        Set.copyOf(waiting.stream().map(p -> p.landmark() + " " + p.agent()).toList()));
    assertTrue(waiting.stream().allMatch(p -> p.place().equals("al-haouz.amizmiz")));
  }

  @ParameterizedTest
  @CsvSource({
    "1042 OK,             hotspots.confirm.works sample-1042",
    "1042 PANNE,          hotspots.confirm.broken sample-1042",
    "NEW amizmiz mosquee, hotspots.propose al-haouz.amizmiz",
  })
  void whatAnAgentChangesStandsInTheTrail(String text, String line) {
    field.agents.put("amina", AGENT);
    command("amina", text, Assurance.NETWORK);
    String ussd = "agent-1 ussd " + line;
    assertEquals(List.of(ussd + " ASKED", ussd + " DONE"), field.trail);
    field.trail.clear();
    command("amina", text, Assurance.CLAIMED);
    assertEquals(List.of(), field.trail, "anybody may have sent it");
    prove("amina", FieldDouble.CODE);
    String sms = "agent-1 sms " + line;
    assertEquals(List.of(sms + " ASKED", sms + " DONE"), field.trail);
  }

  @Test
  void whatIsRefusedStandsThereToo() {
    field.agents.put("amina", new Actor("a", Role.AGENT, new Territory(Set.of("safi"), false)));
    command("amina", "1042 FERME", Assurance.NETWORK);
    String line = "a ussd hotspots.confirm.closed sample-1042 ";
    assertEquals(List.of(line + "ASKED", line + "FORBIDDEN"), field.trail);
    field.trail.clear();
    for (int i = 0; i < Proposals.WAITING_IN_A_PLACE; i++)
      command("amina", "NEW amizmiz mosquee " + i, Assurance.NETWORK);
    assertTrue(field.trail.getLast().endsWith("DONE"), field.trail::toString);
    assertEquals("enough", command("amina", "NEW amizmiz souk", Assurance.NETWORK).outcome());
    assertTrue(field.trail.getLast().endsWith("al-haouz.amizmiz ENOUGH"), field.trail::toString);
  }

  @Test
  void whoHasNoAccountOrIsNotProvenWritesNothingThere() {
    field.agents.put("said", AGENT);
    for (Assurance assurance : List.of(Assurance.CLAIMED, Assurance.NETWORK)) {
      tell("amina", "broken", assurance);
      command("amina", "1042 PANNE", assurance);
      command("amina", "NEW amizmiz mosquee", assurance);
      command("amina", "bonjour", assurance);
      prove("amina", FieldDouble.CODE);
    }
    tell("said", "broken", Assurance.CLAIMED);
    command("said", "1042 OK", Assurance.CLAIMED);
    assertEquals("wrong", prove("said", "000000"));
    command("said", "1042 OK", Assurance.CLAIMED);
    field.agents.clear();
    assertEquals("not_yours", prove("said", FieldDouble.CODE));
    assertEquals(List.of(), field.trail);
  }

  @Test
  void withoutItsFirstLineNothingIsChanged() {
    field.agents.put("amina", AGENT);
    field.lost = line -> true;
    for (String text : List.of("1042 OK", "NEW amizmiz mosquee"))
      assertThrows(
          CompletionException.class, () -> command("amina", text, Assurance.NETWORK), text);
    assertEquals(List.of(), field.confirmed);
    assertEquals(List.of(), field.ports.proposals().waiting(9).join());
    field.lost = line -> line.came() != Trail.Came.ASKED;
    assertEquals("confirmed", command("amina", "1042 OK", Assurance.NETWORK).outcome());
    assertEquals(1, field.confirmed.size());
  }

  @Test
  void aHotspotStandsForItsPlace() {
    Map<String, Value> args = Map.of("place", item("sample-1042"), "landmark", text("souk"));
    assertEquals("noted", ask("amina", "hotspots.propose", Assurance.CLAIMED, args).outcome());
    assertEquals("al-haouz.amizmiz", field.ports.proposals().waiting(9).join().getFirst().place());
  }

  @Test
  void listsWhatIsKnownNearby() {
    OperationResult known =
        ask(
            "amina",
            "hotspots.known",
            Assurance.NETWORK,
            Map.of("place", item("al-haouz.amizmiz")));
    assertEquals("found", known.outcome());
    assertTrue(known.values().get("hotspots") instanceof Value.Items i && i.items().size() == 3);
  }

  private String tell(String person, String what, Assurance assurance) {
    Map<String, Value> arguments = new HashMap<>();
    arguments.put("hotspot", item("sample-1042"));
    arguments.put("what", text(what));
    arguments.put("link", text("iam"));
    return ask(person, "hotspots.tell", assurance, arguments).outcome();
  }

  private OperationResult command(String person, String text, Assurance assurance) {
    return ask(person, "hotspots.command", assurance, Map.of("text", text(text)));
  }

  private String prove(String person, String code) {
    return ask(person, "hotspots.prove", Assurance.CLAIMED, Map.of("code", text(code))).outcome();
  }

  private OperationResult ask(
      String person, String operation, Assurance assurance, Map<String, Value> arguments) {
    return service
        .answer(
            new OperationRequest(
                operation, "key" + calls++, person, Language.FR, assurance, arguments))
        .toCompletableFuture()
        .join();
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static Value.Item item(String id) {
    return Value.Item.of(id, LocalText.same(id));
  }
}
