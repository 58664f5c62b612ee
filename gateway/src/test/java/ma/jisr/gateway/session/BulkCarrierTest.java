package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Address;
import ma.jisr.base.VirtualLoop;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.port.carry.Carried;
import ma.jisr.flow.port.carry.Delivery;
import ma.jisr.flow.port.carry.Fate;
import ma.jisr.flow.port.carry.Line;
import ma.jisr.flow.port.carry.Marked;
import ma.jisr.flow.port.carry.Parcel;
import ma.jisr.gateway.bulk.BulkCarrier;
import ma.jisr.gateway.bulk.BulkLink;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.limit.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Texts to many go by the links of persons, with their marks, receipts, ceilings and log. */
class BulkCarrierTest {
  private static final String LINK = "iam";
  private static final String PERSON = "01KABCDEFGHJKMNPQRSTVWXYZ0";
  private static final Instant UNTIL = TestGateway.START.plus(Duration.ofHours(6));

  private final MemoryStore store = new MemoryStore();
  private final Keys keys = TestGateway.keys();
  private final Limits tight = new Limits(List.of("2126"), 60, 4, 50, Duration.ofHours(1));
  private final TestGateway gateway =
      new TestGateway(
          store, keys, new VirtualLoop(TestGateway.START), SessionSettings.of("p1", true, tight));
  private final List<String> acks = new ArrayList<>();
  private BulkCarrier carrier;

  @BeforeEach
  void start() {
    carrier = carrier();
  }

  private BulkCarrier carrier() {
    return new BulkCarrier(
        gateway.engine.bulk(), List.of(new BulkLink(LINK, 500, 100, 10)), "5858");
  }

  private static Parcel parcel(String id, Urgency urgency, String text) {
    return new Parcel(
        id, PERSON, TestGateway.PHONE, LINK, "", text, urgency, "notices", UNTIL, UNTIL, 0);
  }

  private Carried carry(Parcel parcel) {
    var carried = carrier.carry(parcel);
    gateway.pass(Duration.ofMillis(100));
    return carried.join();
  }

  private void receipt(String id, Receipt.State state) {
    gateway.engine.receipt(
        new Receipt(
            LINK,
            "maroc",
            List.of(new Receipt.Name(Receipt.Form.TOLD, id)),
            new Address("tel", TestGateway.PHONE),
            state,
            "",
            gateway.loop.now()),
        new Acknowledgement() {
          @Override
          public void accepted() {
            acks.add("accepted");
          }

          @Override
          public void busy() {
            acks.add("busy");
          }
        });
    gateway.pass(Duration.ofMillis(100));
  }

  private List<Delivery> deliveries() {
    return carrier.deliveries(100).join();
  }

  @Test
  void goesAsItIsFromTheLinksOwnCode() {
    assertEquals(new Carried.Taken(1), carry(parcel("A-1-1", Urgency.BULK, "coupure d'eau")));
    Outbound given = gateway.channel.given.getFirst();
    assertEquals(
        "5858 coupure d'eau BULK", given.code() + " " + given.text() + " " + given.urgency());
    assertEquals(UNTIL, given.until());
  }

  @Test
  void whatIsTakenIsMarkedAndItsReceiptKeptUntilItIsRead() {
    gateway.channel.answer(new Sent.Taken(List.of("77", "78")));
    Parcel parcel = parcel("A-1-1", Urgency.BULK, "x".repeat(200));
    assertEquals(new Carried.Taken(2), carry(parcel));
    var marks = carrier.marks(List.of(parcel.tracked(TestGateway.START)));
    gateway.pass(Duration.ofMillis(10));
    assertEquals(Map.of("A-1-1", new Marked(3, 2)), marks.join());
    assertTrue(new Marked(3, 2).whole());
    receipt("77", Receipt.State.DELIVERED);
    receipt("77", Receipt.State.DELIVERED);
    receipt("78", Receipt.State.ENROUTE);
    receipt("78", Receipt.State.EXPIRED);
    assertEquals(List.of("accepted", "accepted", "accepted", "accepted"), acks);
    assertEquals(
        List.of(
            new Delivery("A-1-1:1:DELIVERED", "A-1-1", 1, 2, Fate.DELIVERED),
            new Delivery("A-1-1:2:LOST", "A-1-1", 2, 2, Fate.LOST)),
        deliveries());
    carrier.read(deliveries()).join();
    assertEquals(List.of(), deliveries());
    assertEquals(List.of(), gateway.lost, "nobody's turn is told of a notice that is lost");
  }

  @Test
  void theStoryOfAPersonTellsOfIt() {
    gateway.channel.answer(new Sent.Taken(List.of("77")));
    carry(parcel("A-1-1", Urgency.BULK, "coupure d'eau"));
    receipt("77", Receipt.State.DELIVERED);
    gateway.pass(Duration.ofSeconds(1));
    assertEquals(
        List.of("MT 1 10 taken", " 0  delivered"),
        new Trace(store, keys)
            .of(keys.pseudonym(PERSON) + ".~A-1-1").join().stream()
                .map(Trace.Line::said)
                .map(
                    said ->
                        said.way() + " " + said.segments() + " " + said.cost() + " " + said.state())
                .toList());
  }

  @Test
  void aCeilingHoldsBulkAndNeverAnEmergency() {
    for (int i = 0; i < 4; i++)
      assertInstanceOf(Carried.Taken.class, carry(parcel("A-1-" + i, Urgency.BULK, "texte")));
    assertEquals(
        new Carried.Held("the day's ceiling", 0), carry(parcel("A-1-4", Urgency.BULK, "texte")));
    assertEquals(new Carried.Taken(1), carry(parcel("B-1-1", Urgency.EMERGENCY, "texte")));
    assertEquals(5, gateway.channel.given.size());
  }

  @Test
  void whoAsksIsToldThatTheCeilingIsReached() {
    for (int i = 0; i < 4; i++) {
      assertEquals(false, carrier.spent("notices"), "after " + i);
      carry(parcel("A-1-" + i, Urgency.BULK, "texte"));
    }
    assertTrue(carrier.spent("notices"));
    assertEquals(false, carrier.spent("another"));
  }

  @Test
  void whatHasNotGoneIsNotCounted() {
    for (int i = 0; i < 5; i++) {
      gateway.channel.answer(new Sent.Held("queue full"));
      assertEquals(
          new Carried.Held("queue full", 0), carry(parcel("A-1-1", Urgency.BULK, "texte")));
    }
    gateway.channel.answer(new Sent.Refused("ESME_RINVDSTADR"));
    assertEquals(
        new Carried.Refused("ESME_RINVDSTADR"), carry(parcel("A-1-2", Urgency.BULK, "texte")));
    for (int i = 0; i < 4; i++)
      assertInstanceOf(Carried.Taken.class, carry(parcel("A-2-" + i, Urgency.BULK, "texte")));
  }

  @Test
  void aReceiptThatNoMessageMatchesTellsOfAParcelInDoubt() {
    gateway.channel.answer(new Sent.Uncertain("no response in time"));
    Parcel parcel = parcel("A-1-1", Urgency.EMERGENCY, "crue");
    assertEquals(new Carried.Uncertain("no response in time", 0), carry(parcel));
    assertEquals(Map.of(), carrier.strays(List.of(parcel.tracked(TestGateway.START))).join());
    receipt("lost-name", Receipt.State.DELIVERED);
    assertEquals(
        Map.of("A-1-1", Fate.DELIVERED),
        carrier.strays(List.of(parcel.tracked(TestGateway.START))).join());
    assertEquals(
        Map.of(),
        carrier.strays(List.of(parcel.tracked(gateway.loop.now().plusSeconds(1)))).join(),
        "it came before this one was sent");
  }

  @Test
  void linesAreThoseThatCarryMessages() {
    assertEquals(List.of(new Line(LINK, true, 500, 100, 10)), carrier.lines());
    assertEquals(Optional.of(LINK), carrier.route(LINK, TestGateway.PHONE));
    gateway.channel.down();
    assertEquals(Optional.empty(), carrier.route(LINK, TestGateway.PHONE));
    Carried.Held gone =
        (Carried.Held)
            carrier
                .carry(
                    new Parcel(
                        "A-1-1",
                        PERSON,
                        "212661000001",
                        "gone",
                        "",
                        "x",
                        Urgency.BULK,
                        "notices",
                        UNTIL,
                        UNTIL,
                        0))
                .join();
    assertEquals("no such link", gone.why());
  }
}
