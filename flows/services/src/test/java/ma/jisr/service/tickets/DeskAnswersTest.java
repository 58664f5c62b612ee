package ma.jisr.service.tickets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.place.Places;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.service.AccountDouble;
import ma.jisr.service.FieldDouble;
import ma.jisr.service.People;
import ma.jisr.service.Ports;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.shops.ShopStaff.Post;
import ma.jisr.service.shops.Shops;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom the desk of a shop obeys, and whom a ticket may be taken for. */
class DeskAnswersTest {
  private static final String SHOP = "sample-2062";
  private static final InstantSource TUESDAY =
      InstantSource.fixed(Instant.parse("2026-03-03T10:15:00Z"));

  private final HotspotMap map = new HotspotMap(Almanac.COMPUTED);
  private final FieldDouble field = new FieldDouble(map);
  private final Shops shops = FieldDouble.shops();
  private final People people = new People();
  private final TicketService service =
      new TicketService(
          new Ports(
              new Places(StarterGazetteer.read()),
              map,
              field.demand,
              shops.book(),
              shops.staff(),
              new Tickets(
                  new MemoryStore(TicketCollections.specs()),
                  shops.book()::byId,
                  Almanac.COMPUTED,
                  new Outboxes(),
                  TUESDAY,
                  "test"),
              people,
              field.ports,
              new Outboxes(),
              Optional.empty(),
              AccountDouble.ports(),
              FieldDouble.challenges(),
              FieldDouble.notices(),
              FieldDouble.audience(),
              TUESDAY));
  private int calls;

  @BeforeEach
  void register() {
    Actor operator = new Actor("amina", Role.ADMINISTRATOR, Territory.EVERYWHERE);
    var staff = shops.staff();
    staff.register(operator, SHOP, "clerk", Post.STAFF, "w1").join();
    staff.register(operator, SHOP, "owner", Post.OWNER, "w2").join();
  }

  private String asks(String person, String operation, Map<String, Value> arguments) {
    return answers(person, operation, arguments).outcome();
  }

  private OperationResult answers(String person, String operation, Map<String, Value> arguments) {
    return service
        .answer(
            new OperationRequest(
                operation, "call" + calls++, person, Language.FR, Assurance.NETWORK, arguments))
        .toCompletableFuture()
        .join();
  }

  private static Value.Item item(String id) {
    return Value.Item.of(id, LocalText.same(id));
  }

  private String works(String person, String act) {
    return asks(
        person,
        "tickets.work",
        Map.of("shop", item(SHOP), "counter", new Value.Text("1"), "act", new Value.Text(act)));
  }

  @Test
  void aStrangerRunsNothing() {
    assertEquals("stranger", asks("amal", "tickets.desk", Map.of()));
    assertEquals("stranger", works("amal", "next"));
    assertEquals(
        "stranger", asks("amal", "tickets.command", Map.of("text", new Value.Text("NEXT"))));
  }

  @Test
  void aClerkCallsAndOnlyTheOwnerCloses() {
    assertEquals("open", asks("clerk", "tickets.desk", Map.of()));
    assertEquals("nobody", works("clerk", "next"));
    assertEquals("not_owner", works("clerk", "close"));
    assertEquals(
        "not_owner", asks("clerk", "tickets.command", Map.of("text", new Value.Text("FERMER"))));
    assertEquals("done", works("owner", "close"));
    assertEquals("closed", asks("clerk", "tickets.desk", Map.of()));
    assertEquals("closed", works("clerk", "next"));
  }

  @Test
  void byTextTheOwnerProvesWhoTheyAre() {
    OperationResult asked =
        answers("owner", "tickets.command", Map.of("text", new Value.Text("FERMER")));
    assertEquals("prove", asked.outcome());
    assertEquals(new Value.Text(FieldDouble.CODE), asked.values().get("code"));
    assertEquals("open", asks("owner", "tickets.desk", Map.of()), "nothing is closed yet");
    assertEquals(
        "done", asks("owner", "tickets.prove", Map.of("code", new Value.Text(FieldDouble.CODE))));
    assertEquals("closed", asks("owner", "tickets.desk", Map.of()));
  }

  @Test
  void aTicketForSomebodyWhoMayNotBeWrittenToIsRefused() {
    people.connect(new Moroccans());
    assertEquals("not_let", takes("33612345678"));
    assertEquals("taken", takes("212661000002"));
    assertEquals("one", asks("mmi", "tickets.mine", Map.of()));
    assertEquals("has_one", takes("212661000002"));
  }

  private String takes(String digits) {
    return asks(
        "amal",
        "tickets.take",
        Map.of("shop", item(SHOP), "service", item("caisse"), "whom", new Value.Phone(digits)));
  }

  /** Knows everybody of Morocco as one person. */
  private static final class Moroccans implements People.Directory {
    @Override
    public CompletableFuture<Optional<String>> of(String digits, String link) {
      return CompletableFuture.completedFuture(
          digits.startsWith("212") ? Optional.of("mmi") : Optional.empty());
    }

    @Override
    public CompletableFuture<Optional<String>> number(String person) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
  }
}
