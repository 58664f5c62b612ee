package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.Address;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Receipt.Form;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.delivery.ReceiptDesk;
import ma.jisr.store.DayPart;
import ma.jisr.store.Retention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Receipts meet the marks of their messages, whatever the SMSC makes of the ids. */
class ReceiptsTest {
  private static final Duration MOMENT = Duration.ofMillis(100);

  private final MemoryStore store = new MemoryStore();
  private final Keys keys = TestGateway.keys();
  private final TestGateway gateway = new TestGateway(store, keys, "p1", TestGateway.START);
  private final List<String> acks = new ArrayList<>();

  private void receipt(String phone, Receipt.State state, Receipt.Name... names) {
    receipt(phone, state, "000", names);
  }

  private void receipt(String phone, Receipt.State state, String error, Receipt.Name... names) {
    gateway.engine.receipt(
        new Receipt(
            "other-bind",
            "maroc",
            List.of(names),
            new Address("tel", phone),
            state,
            error,
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
    gateway.pass(MOMENT);
  }

  private void sent(String phone, String input, String... ids) {
    gateway.channel.answer(new Sent.Taken(List.of(ids)));
    gateway.from(phone).sms(input, "salam");
    gateway.pass(MOMENT);
  }

  private List<String> changes() {
    return List.copyOf(
        store.all(DayPart.at(ReceiptDesk.COLLECTION, gateway.loop.now()).name()).keySet());
  }

  @ParameterizedTest
  @CsvSource({
    // submit_sm_resp | form and id of the receipt
    "a1, TOLD, a1",
    "a1, WRITTEN, a1",
    "1f, DECIMAL_OF_HEX, 1f",
    "31, HEX_OF_DECIMAL, 31"
  })
  void isMatchedInEveryFormat(String told, Form form, String id) {
    sent(TestGateway.PHONE, "a", told);
    receipt(
        TestGateway.PHONE,
        Receipt.State.DELIVERED,
        new Receipt.Name(Form.WRITTEN, "unknown"),
        new Receipt.Name(form, id));
    assertEquals(List.of("maroc:" + told + ":1:DELIVERED"), changes());
    assertEquals(List.of("accepted"), acks);
    assertEquals(List.of(), gateway.channel.texts().subList(1, 1));
  }

  @Test
  void eachSegmentHasItsOwnAndTheSameTwiceIsOne() {
    sent(TestGateway.PHONE, "a", "s1", "s2", "s3");
    for (String id : List.of("s2", "s3", "s3"))
      receipt(TestGateway.PHONE, Receipt.State.DELIVERED, new Receipt.Name(Form.WRITTEN, id));
    assertEquals(List.of("maroc:s2:2:DELIVERED", "maroc:s3:3:DELIVERED"), changes());
    assertEquals(3, acks.size());
    assertEquals(1, gateway.counters.of("receipt.repeated{link=other-bind, state=DELIVERED}"));
  }

  @Test
  void anIdThatMayMeanTwoMessagesMeansTheOneOfThisPhone() {
    sent("212661000001", "a", "10");
    sent("212661000002", "b", "16");
    for (int i = 0; i < 2; i++)
      receipt(
          "212661000001",
          i == 0 ? Receipt.State.DELIVERED : Receipt.State.EXPIRED,
          new Receipt.Name(Form.WRITTEN, "16"),
          new Receipt.Name(Form.DECIMAL_OF_HEX, "10"));
    assertEquals(List.of("maroc:10:1:DELIVERED", "maroc:10:1:EXPIRED"), changes());
  }

  @Test
  void oneThatCameBeforeTheResponseIsKeptAndFoundLater() {
    receipt(TestGateway.PHONE, Receipt.State.DELIVERED, new Receipt.Name(Form.WRITTEN, "early"));
    assertEquals(List.of("accepted"), acks);
    assertEquals(List.of(), changes());
    assertEquals(1, store.all("unmatched").size());
    sent(TestGateway.PHONE, "a", "early");
    gateway.pass(Duration.ofSeconds(12));
    assertEquals(List.of("maroc:early:1:DELIVERED"), changes());
    assertEquals(0, store.all("unmatched").size());
  }

  @Test
  void oneThatNobodyClaimsIsForgottenAfterADayAndCounted() {
    receipt(TestGateway.PHONE, Receipt.State.DELIVERED, new Receipt.Name(Form.WRITTEN, "whose"));
    gateway.pass(Duration.ofHours(23));
    assertEquals(1, store.all("unmatched").size());
    gateway.pass(Duration.ofHours(2));
    assertTrue(store.all("unmatched").isEmpty());
    assertEquals(1, gateway.counters.of("receipt.dropped{link=other-bind, reason=expired}"));
  }

  /** The states of what was sent, as {@code trace} has them. */
  private List<String> told() {
    gateway.pass(Duration.ofSeconds(1));
    return new Trace(store, keys)
        .of(new Address("tel", TestGateway.PHONE)).join().orElseThrow().stream()
            .filter(line -> line.said().way().isEmpty())
            .map(line -> line.said().state())
            .toList();
  }

  @ParameterizedTest
  @CsvSource({
    // state, the network's error | what trace says
    "DELIVERED, 000, delivered",
    "DELIVERED, '', delivered",
    "UNDELIVERABLE, 021, 'undeliverable, error 021'",
    "EXPIRED, 00a, 'expired, error 00a'",
    "UNDELIVERABLE, 131047, 'undeliverable, error 131047'",
    "UNDELIVERABLE, 2126610, undeliverable",
    "REJECTED, 'sorry 1', rejected",
    "REJECTED, 212661000001, rejected"
  })
  void isToldByTheTraceOnceWithItsError(Receipt.State state, String error, String words) {
    sent(TestGateway.PHONE, "a", "x");
    for (int i = 0; i < 2; i++)
      receipt(TestGateway.PHONE, state, error, new Receipt.Name(Form.WRITTEN, "x"));
    assertEquals(List.of("taken", words), told());
  }

  @Test
  void theTraceTellsEachPartAndWhatWasMatchedLate() {
    receipt(TestGateway.PHONE, Receipt.State.DELIVERED, new Receipt.Name(Form.WRITTEN, "s2"));
    sent(TestGateway.PHONE, "a", "s1", "s2");
    receipt(TestGateway.PHONE, Receipt.State.REJECTED, new Receipt.Name(Form.WRITTEN, "s1"));
    gateway.pass(Duration.ofSeconds(12));
    assertEquals(List.of("part 2 of 2 delivered", "taken", "part 1 of 2 rejected"), told());
  }

  @Test
  void theirDaysAreDroppedWhole() {
    sent(TestGateway.PHONE, "a", "x");
    receipt(TestGateway.PHONE, Receipt.State.DELIVERED, new Receipt.Name(Form.WRITTEN, "x"));
    Retention days = ReceiptDesk.retentions().getFirst();
    Instant now = gateway.loop.now();
    assertEquals(0, days.remove(store, now.plus(days.keep()), 9).join());
    assertEquals(1, days.remove(store, now.plus(days.keep()).plus(Duration.ofDays(1)), 9).join());
    assertEquals(List.of(), store.days(ReceiptDesk.COLLECTION).join());
  }

  @Test
  void whatCannotBeStoredIsNotAcknowledged() {
    sent(TestGateway.PHONE, "a", "x");
    store.down = true;
    receipt(TestGateway.PHONE, Receipt.State.DELIVERED, new Receipt.Name(Form.WRITTEN, "x"));
    assertEquals(List.of("busy"), acks);
  }
}
