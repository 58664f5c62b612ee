package ma.jisr.gateway.channel.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import ma.jisr.flow.Input;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Sent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which dialogue an input belongs to, whatever the gateway and the network do. */
class DialoguesTest {
  private static final int RESP = Peer.DELIVER | Peer.RESPONSE;

  @Test
  void aSecondBeginSupersedesAndItsPredecessorIsStale() throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      line.write(Peer.DELIVER, 0, 1, Bodies.ussd(1, "*585#", 1));
      Inbound first = rig.inbox.accepted();
      line.write(Peer.DELIVER, 0, 2, Bodies.ussd(1, "*585#", 2));
      Inbound second = rig.inbox.accepted();
      assertNotEquals(first.dialogue(), second.dialogue());
      assertInstanceOf(Sent.Unseen.class, Rig.outcome(rig.screen(first.dialogue(), "old")));
      line.write(Peer.DELIVER, 0, 3, Bodies.ussd(0x81, "", 1)); // abort of the first
      line.write(Peer.DELIVER, 0, 4, Bodies.ussd(18, "1", 1)); // answer to the first
      line.write(Peer.DELIVER, 0, 5, Bodies.ussd(18, "2", 2));
      assertEquals("2", rig.inbox.accepted().text());
      for (int sequence = 1; sequence <= 5; sequence++) {
        assertEquals(sequence, line.read(RESP).sequence());
      }
      assertEquals(2, rig.stats().ignoredStale());
    }
  }

  @Test
  void anAbortCancelsWhatHasNotBeenSent() throws Exception {
    try (Rig rig = new Rig(link -> Links.window(link, 1));
        Peer.Line line = rig.peer.bound()) {
      line.write(Peer.DELIVER, 0, 1, Bodies.ussd(1, "*585#", 1));
      Inbound begin = rig.inbox.accepted();
      line.read(RESP);
      CompletableFuture<Sent> blocking = rig.sms("fills the window");
      CompletableFuture<Sent> screen = rig.screen(begin.dialogue(), "menu");
      Peer.Pdu submit = line.read(Peer.SUBMIT);
      line.write(Peer.DELIVER, 0, 2, Bodies.ussd(0x81, "", 1));
      Inbound release = rig.inbox.accepted();
      assertEquals(Inbound.Act.RELEASE, release.act());
      assertEquals(Input.Reason.RELEASED, release.reason());
      assertInstanceOf(Sent.Unseen.class, Rig.outcome(screen));
      line.read(RESP);
      line.taken(submit, "1");
      assertInstanceOf(Sent.Taken.class, Rig.outcome(blocking));
      line.write(Peer.DELIVER, 0, 3, Bodies.ussd(0x81, "", 1)); // again: nobody is told
      line.read(RESP);
      assertTrue(rig.inbox.empty());
    }
  }

  @Test
  void anAbortThatIsRefusedIsToldUntilItIsTaken() throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      line.write(Peer.DELIVER, 0, 1, Bodies.ussd(1, "*585#", 1));
      Inbound begin = rig.inbox.accepted();
      line.read(RESP);
      line.write(Peer.DELIVER, 0, 2, Bodies.ussd(0x81, "", 1));
      rig.inbox.next().acknowledgement().busy();
      assertEquals(0x58, line.read(RESP).status());
      rig.inbox.next().acknowledgement().busy();
      Inbound release = rig.inbox.accepted();
      assertEquals(Inbound.Act.RELEASE, release.act());
      assertEquals(begin.dialogue(), release.dialogue());
      assertInstanceOf(Sent.Unseen.class, Rig.outcome(rig.screen(begin.dialogue(), "menu")));
    }
  }

  @Test
  void anAbortInOverloadEndsTheDialogueAtOnce() throws Exception {
    try (Rig rig = new Rig(link -> Links.unanswered(link, 1));
        Peer.Line line = rig.peer.bound()) {
      line.write(Peer.DELIVER, 0, 1, Bodies.ussd(1, "*585#", 1));
      Inbox.Item begin = rig.inbox.next(); // fills the link
      line.write(Peer.DELIVER, 0, 2, Bodies.ussd(0x81, "", 1));
      assertEquals(0x58, line.read(RESP).status());
      String dialogue = begin.inbound().dialogue();
      assertInstanceOf(Sent.Unseen.class, Rig.outcome(rig.screen(dialogue, "menu")));
      assertEquals(Inbound.Act.RELEASE, rig.inbox.accepted().act());
      begin.acknowledgement().accepted();
      assertEquals(0, line.read(RESP).status());
      assertEquals(0, rig.stats().unanswered());
    }
  }

  @Test
  void anInputThatWasNotAnsweredKeepsItsIdOnTheNextBind() throws Exception {
    try (Rig rig = new Rig(link -> link)) {
      Inbox.Item lost;
      try (Peer.Line line = rig.peer.bound()) {
        line.write(Peer.DELIVER, 0, 1, Bodies.ussd(1, "*585#", 1));
        lost = rig.inbox.next();
      }
      try (Peer.Line line = rig.peer.bound()) {
        String dialogue = lost.inbound().dialogue();
        assertInstanceOf(Sent.Unseen.class, Rig.outcome(rig.screen(dialogue, "menu")));
        line.write(Peer.DELIVER, 0, 1, Bodies.ussd(1, "*585#", 1));
        assertEquals(lost.inbound().id(), rig.inbox.accepted().id());
        line.read(RESP);
        CompletableFuture<Sent> sent = rig.screen(dialogue, "menu");
        line.taken(line.read(Peer.SUBMIT), "1");
        assertInstanceOf(Sent.Taken.class, Rig.outcome(sent));
      }
    }
  }

  @Test
  void anAnswerToADialogueNobodyKnowsBeginsOne() throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      line.write(Peer.DELIVER, 0, 1, Bodies.ussd(18, "3", 1));
      Inbound resumed = rig.inbox.accepted();
      assertEquals(Inbound.Act.BEGIN, resumed.act());
      assertEquals("", resumed.text());
    }
  }

  @Test
  void anIdleDialogueIsReleased() throws Exception {
    Duration soon = Duration.ofMillis(50);
    try (Rig rig = new Rig(link -> Links.ussd(link, UssdProfile.STANDARD, soon, soon));
        Peer.Line line = rig.peer.bound()) {
      line.write(Peer.DELIVER, 0, 1, Bodies.ussd(1, "*585#", 1));
      Inbound begin = rig.inbox.accepted();
      Inbound release = rig.inbox.accepted();
      assertEquals(Inbound.Act.RELEASE, release.act());
      assertEquals(Input.Reason.TIMED_OUT, release.reason());
      assertEquals(begin.dialogue(), release.dialogue());
      assertEquals(0, rig.stats().dialogues());
    }
  }

  /** Begin, answer and abort as each make of gateway writes them; what is echoed. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "STANDARD, 138300020700, 138300020700, 138300020700",
    "STEPPING, 138300020700, 138300020702, 138300020705",
    "MICA, 020400020007, 020400020007, 020400020007",
    "HUAWEI, '', '', ''"
  })
  void profiles(UssdProfile profile, String begin, String answer, String abort) throws Exception {
    try (Rig rig = new Rig(link -> Links.profile(link, profile));
        Peer.Line line = rig.peer.bound()) {
      line.write(Peer.DELIVER, 0, 1, step("01", "*1#", begin));
      String dialogue = rig.inbox.accepted().dialogue();
      line.read(RESP);
      CompletableFuture<Sent> sent = rig.screen(dialogue, "1 Wifi");
      Peer.Pdu ask = line.read(Peer.SUBMIT);
      assertTrue(ask.hex().endsWith("0501000102" + begin), ask.hex());
      line.taken(ask, "1");
      assertInstanceOf(Sent.Taken.class, Rig.outcome(sent));
      line.write(Peer.DELIVER, 0, 2, step("12", "1", answer));
      assertEquals(dialogue, rig.inbox.accepted().dialogue());
      line.write(Peer.DELIVER, 0, 3, step("81", "", abort));
      assertEquals(Inbound.Act.RELEASE, rig.inbox.accepted().act());
    }
  }

  private static String step(String op, String text, String tlv) {
    return Bodies.deliver(
        "USSD", Bodies.PERSON, "585", 0, 0, Bodies.ascii(text), "05010001" + op + tlv);
  }
}
