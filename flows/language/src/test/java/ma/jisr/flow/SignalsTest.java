package ma.jisr.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.flow.operation.Operation.Kind;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.person.Person;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.signal.Event;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.signal.Tell;
import ma.jisr.flow.value.Value;
import org.junit.jupiter.api.Test;

/**
 * What services say of their own accord: events, early and late; notices; telling somebody else.
 */
class SignalsTest {
  private static final String TICKET =
      """
      flow: queue.take
      start: {ussd: 2, words: {fr: [ticket]}}
      which: {ask: code}
      turn: {wait: queue.called, of: $which, time: 2h, late: missed}
      come: {end: true}
      missed: {end: true}
      messages:
        title: File
        which: "Numero ?"
        come: {fr: "Guichet {desk}.", ary-Latn: "Guichet {desk}, aji."}
        missed: "Trop tard."
      """;

  private final Phone phone = new Phone(Flows.of(TICKET)).speaking(Language.FR);

  private String called(String ticket, String desk) {
    Map<String, Value> values = Map.of("desk", new Value.Text(desk));
    Duration life = Duration.ofHours(1);
    return phone.step(
        new Input.Raised(new Event("queue.called", ticket, values, phone.now().plus(life))));
  }

  @Test
  void aWaitEndsWithItsEventOrWithItsTime() {
    phone.text("ticket");
    phone.text("A17");
    assertEquals("sms: Guichet 4.", called("A17", "4"));
    phone.text("ticket");
    phone.text("A18");
    assertEquals("sms: Trop tard.", phone.pass(Duration.ofHours(2)));
  }

  @Test
  void aStaleTimerIsANoOp() {
    phone.text("ticket");
    phone.text("A17");
    String timer = phone.person().timers().getFirst().id();
    called("A17", "4");
    assertEquals("", phone.step(new Input.Fired(timer)));
  }

  @Test
  void aTimerThatWasSetAnewIsNotRungByItsFormerRing() {
    Phone twice =
        new Phone(Flows.of(TICKET.replace("come: {end: true}", "come: {wait: x.y, time: 3h}")))
            .speaking(Language.FR);
    twice.text("ticket");
    twice.text("A17");
    String timer = twice.person().timers().getFirst().id();
    twice.step(
        new Input.Raised(
            new Event("queue.called", "A17", Map.of(), twice.now().plus(Duration.ofHours(1)))));
    assertEquals(timer, twice.person().timers().getFirst().id());
    assertEquals("", twice.step(new Input.Fired(timer)));
    assertEquals(1, twice.person().timers().size());
  }

  @Test
  void anEarlyEventIsThereForTheWaitThatComesLater() {
    phone.text("ticket");
    assertEquals("", called("A17", "4"));
    assertEquals("sms: Guichet 4.", phone.text("A17"));
    assertEquals(List.of(), phone.person().events());
    assertEquals(List.of(), phone.person().timers());
  }

  @Test
  void anEventOfAnotherThingEndsNoWait() {
    phone.text("ticket");
    phone.text("A17");
    assertEquals("", called("A16", "3"));
    assertEquals("sms: Guichet 4.", called("A17", "4"));
    assertEquals(1, phone.person().events().size());
  }

  @Test
  void anEarlyEventIsForgottenWhenItExpires() {
    phone.text("ticket");
    called("A17", "4");
    phone.pass(Duration.ofHours(1));
    assertEquals("sms: La suite vous parviendra par SMS.", phone.text("A17"));
    assertEquals(List.of(), phone.person().events());
  }

  @Test
  void keptEventsAreBoundedAndTheOldestGoes() {
    for (int i = 0; i <= Person.MAX_EVENTS; i++) called("A" + i, "4");
    assertEquals(Person.MAX_EVENTS, phone.person().events().size());
    assertEquals("A1", phone.person().events().getFirst().of());
    assertTrue(
        phone.effects.contains(new Effect.Count("event.dropped", Map.of("event", "queue.called"))));
  }

  private Notice notice(Urgency urgency) {
    return new Notice(
        "queue.take",
        "come",
        Map.of("desk", new Value.Text("4")),
        urgency,
        phone.now().plus(Duration.ofHours(1)));
  }

  @Test
  void aNoticeGoesByTheLinkLastUsedInThePersonsLanguageBesideTheDialogue() {
    phone.speaking(Language.ARY_LATN).dial("*585*2#");
    assertEquals("sms: Guichet 4, aji.", phone.step(new Input.Told(notice(Urgency.REPLY), null)));
    Effect.Message sent = (Effect.Message) phone.effects.getLast();
    assertEquals(List.of("iam", "2121"), List.of(sent.link(), sent.code()));
    assertEquals(Urgency.REPLY, sent.urgency());
    assertTrue(phone.press("A17").contains("[end]"), "the dialogue goes on as before");
  }

  @Test
  void aNoticeForSomebodyUnheardGoesTheWayThatCameWithItOrNowhere() {
    Reply way = new Reply(ChannelKind.SMS, "inwi", "2121");
    assertEquals("sms: Guichet 4.", phone.step(new Input.Told(notice(Urgency.BULK), way)));
    assertEquals("", phone.step(new Input.Told(notice(Urgency.BULK), null)));
    assertEquals(
        new Effect.Count("notice.unsent", Map.of("flow", "queue.take", "reason", "nowhere")),
        phone.effects.getLast());
  }

  @Test
  void anExpiredNoticeIsNotSaid() {
    Notice old = notice(Urgency.EMERGENCY);
    phone.text("ticket");
    phone.pass(Duration.ofHours(1));
    assertEquals("", phone.step(new Input.Told(old, null)));
  }

  private static final String TRANSFER =
      """
      flow: gift.send
      start: {words: {fr: [cadeau]}}
      who: {ask: msisdn}
      give: {call: gift.give, with: {to: $who}, once: true, outcomes: {poor: home}}
      tell: {notify: $who, say: told, owed: true}
      done: {end: true}
      messages: {title: Cadeau, who: "A qui ?", told: "Un cadeau : {code}.", done: "Envoye."}
      """;

  @Test
  void aFlowTellsSomebodyElseUnderAKeyOfItsOwn() {
    Phone sender =
        new Phone(Flows.of(TRANSFER))
            .speaking(Language.FR)
            .given(
                "gift.give",
                Kind.COMMAND,
                r -> Flows.result("ok", Map.of("code", new Value.Text("K7"))));
    sender.text("cadeau");
    assertEquals("sms: Envoye.", sender.text("0661000002"));
    OperationRequest told = sender.called.getLast();
    assertEquals(Tell.OPERATION, told.operation());
    assertTrue(told.key().endsWith("/gift.send.tell/0"), told.key());
    Tell tell = Tell.of(told.arguments());
    assertEquals(new Value.Phone("212661000002"), tell.to());
    assertEquals("told", tell.notice().message());
    assertEquals(Map.of("code", new Value.Text("K7")), tell.notice().values());
    assertEquals(Urgency.REPLY, tell.notice().urgency());
    assertEquals(new Reply(ChannelKind.SMS, "iam", "2121"), tell.way());
    assertEquals(1, sender.person().calls().size(), "pending until the gateway has done it");
    assertEquals("", sender.answer(0, Flows.result("done", Map.of())));
    assertEquals(List.of(), sender.person().calls());
  }
}
