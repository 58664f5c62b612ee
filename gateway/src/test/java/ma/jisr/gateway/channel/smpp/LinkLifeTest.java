package ma.jisr.gateway.channel.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import ma.jisr.gateway.channel.Sent;
import org.junit.jupiter.api.Test;

/** A link over its life: silence, loss, refusal, throttling, windows, two binds. */
class LinkLifeTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofSeconds(30);

  @Test
  void aSilentPeerIsLeftAndAnotherBindMade() throws Exception {
    try (Rig rig = new Rig(link -> Rig.timers(link, SHORT, SHORT));
        Peer.Line deaf = rig.peer.bound()) {
      deaf.read(Peer.ENQUIRE);
      deaf.untilEnd();
      try (Peer.Line next = rig.peer.bound()) {
        next.read(Peer.ENQUIRE);
        assertEquals(1, rig.stats().reconnects());
      }
    }
  }

  @Test
  void aSubmitWithoutResponseIsUncertainAndFreesItsSlot() throws Exception {
    try (Rig rig = new Rig(link -> Rig.timers(Links.window(link, 1), LONG, SHORT));
        Peer.Line line = rig.peer.bound()) {
      rig.awaitUp();
      CompletableFuture<Sent> first = rig.sms("first");
      CompletableFuture<Sent> second = rig.sms("second");
      Peer.Pdu unanswered = line.read(Peer.SUBMIT);
      assertInstanceOf(Sent.Uncertain.class, Rig.outcome(first));
      line.write(Peer.ENQUIRE | Peer.RESPONSE, 0, line.read(Peer.ENQUIRE).sequence(), "");
      line.taken(line.read(Peer.SUBMIT), "2");
      assertEquals(new Sent.Taken(List.of("2")), Rig.outcome(second));
      line.taken(unanswered, "1");
      line.write(Peer.ENQUIRE, 0, 1, "");
      line.read(Peer.ENQUIRE | Peer.RESPONSE);
      assertEquals(1, rig.stats().timeouts());
      assertEquals(1, rig.stats().strays());
      assertEquals(0, rig.stats().inFlight());
    }
  }

  @Test
  void aPeerThatFellSilentIsSentNothingUntilItSpeaks() throws Exception {
    try (Rig rig = new Rig(link -> Rig.timers(Links.window(link, 1), LONG, SHORT))) {
      CompletableFuture<Sent> unanswered;
      CompletableFuture<Sent> waiting;
      try (Peer.Line deaf = rig.peer.bound()) {
        rig.awaitUp();
        unanswered = rig.sms("unanswered");
        waiting = rig.sms("waiting");
        deaf.read(Peer.SUBMIT);
        assertInstanceOf(Sent.Uncertain.class, Rig.outcome(unanswered));
        deaf.read(Peer.ENQUIRE);
        assertEquals(new Sent.Held("link down"), Rig.outcome(rig.sms("doubted, once more")));
        assertEquals(1, rig.stats().queued());
        assertFalse(rig.channel.up());
      }
      assertEquals(new Sent.Held("link down"), Rig.outcome(waiting));
      try (Peer.Line next = rig.peer.bound()) {
        rig.awaitUp();
        CompletableFuture<Sent> again = rig.sms("doubted, once more");
        next.taken(next.read(Peer.SUBMIT), "1");
        assertEquals(new Sent.Taken(List.of("1")), Rig.outcome(again));
      }
    }
  }

  @Test
  void noMoreThanTheWindowIsInFlight() throws Exception {
    try (Rig rig = new Rig(link -> Links.window(link, 2));
        Peer.Line line = rig.peer.bound()) {
      rig.awaitUp();
      CompletableFuture<Sent> last = rig.sms("1");
      for (String text : List.of("2", "3", "4")) {
        last = rig.sms(text);
      }
      Peer.Pdu one = line.read(Peer.SUBMIT);
      Peer.Pdu two = line.read(Peer.SUBMIT);
      assertEquals(2, rig.stats().inFlight());
      assertEquals(2, rig.stats().queued());
      line.taken(two, "b");
      Peer.Pdu three = line.read(Peer.SUBMIT);
      line.taken(one, "a");
      line.taken(three, "c");
      line.taken(line.read(Peer.SUBMIT), "d");
      assertEquals(new Sent.Taken(List.of("d")), Rig.outcome(last));
    }
  }

  @Test
  void aThrottledLinkPausesAndKeepsTheOrder() throws Exception {
    try (Rig rig = new Rig(link -> Links.window(link, 2));
        Peer.Line line = rig.peer.bound()) {
      rig.awaitUp();
      CompletableFuture<Sent> one = rig.sms("1");
      CompletableFuture<Sent> two = rig.sms("2");
      CompletableFuture<Sent> three = rig.sms("3");
      for (int i = 0; i < 2; i++) {
        line.write(Peer.SUBMIT | Peer.RESPONSE, 0x58, line.read(Peer.SUBMIT).sequence(), "");
      }
      for (String text : List.of("1", "2", "3")) {
        Peer.Pdu again = line.read(Peer.SUBMIT);
        assertEquals("01" + Bodies.ascii(text), again.hex().substring(again.hex().length() - 4));
        if (text.equals("1")) {
          assertEquals(1, rig.stats().inFlight()); // one alone, before the window opens again
        }
        line.taken(again, text);
      }
      assertEquals(new Sent.Taken(List.of("1")), Rig.outcome(one));
      assertEquals(new Sent.Taken(List.of("2")), Rig.outcome(two));
      assertEquals(new Sent.Taken(List.of("3")), Rig.outcome(three));
      assertEquals(2, rig.stats().throttledByPeer());
    }
  }

  @Test
  void whatTheStatusTableSays() throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      rig.awaitUp();
      for (Object[] row :
          new Object[][] {
            {0x08, Sent.Later.class},
            {0x0B, Sent.Refused.class},
            {0x45, Sent.Uncertain.class},
            {0x7777, Sent.Refused.class}
          }) {
        CompletableFuture<Sent> sent = rig.sms("x");
        int sequence = line.read(Peer.SUBMIT).sequence();
        line.write(Peer.SUBMIT | Peer.RESPONSE, (int) row[0], sequence, "");
        assertInstanceOf((Class<?>) row[1], Rig.outcome(sent));
      }
    }
  }

  @Test
  void aLostConnectionSettlesEverythingAndDropsTheAnswer() throws Exception {
    try (Rig rig = new Rig(link -> Links.window(link, 1))) {
      Inbox.Item early;
      CompletableFuture<Sent> flying;
      CompletableFuture<Sent> waiting;
      try (Peer.Line line = rig.peer.bound()) {
        line.write(Peer.DELIVER, 0, 7, Bodies.sms("early"));
        early = rig.inbox.next();
        flying = rig.sms("flying");
        waiting = rig.sms("waiting");
        line.read(Peer.SUBMIT);
        assertEquals(1, rig.stats().queued());
      }
      assertInstanceOf(Sent.Uncertain.class, Rig.outcome(flying));
      assertInstanceOf(Sent.Held.class, Rig.outcome(waiting));
      try (Peer.Line next = rig.peer.bound()) {
        early.acknowledgement().accepted();
        next.write(Peer.ENQUIRE, 0, 8, "");
        assertEquals(8, next.read(Peer.ENQUIRE | Peer.RESPONSE).sequence());
        assertEquals(1, rig.stats().droppedAnswers());
        assertEquals(0, rig.stats().unanswered());
      }
    }
  }

  @Test
  void aRefusedBindIsTriedAgainAndUnbindIsAnswered() throws Exception {
    try (Rig rig = new Rig(link -> link)) {
      try (Peer.Line line = rig.peer.accept()) {
        Peer.Pdu bind = line.read();
        line.write(bind.id() | Peer.RESPONSE, 0x0E, bind.sequence(), "");
        line.untilEnd();
        rig.stats();
        assertEquals("refuses our bind with ESME_RINVPASWD", rig.channel.state());
      }
      try (Peer.Line line = rig.peer.bound()) {
        line.write(Peer.UNBIND, 0, 3, "");
        line.read(Peer.UNBIND | Peer.RESPONSE);
        line.untilEnd();
      }
      rig.peer.bound().close();
      assertEquals(1, rig.stats().refusedBinds());
    }
  }

  @Test
  void moreUnansweredThanAllowedAreThrottledAtOnce() throws Exception {
    try (Rig rig = new Rig(link -> Links.unanswered(link, 1));
        Peer.Line line = rig.peer.bound()) {
      line.write(Peer.DELIVER, 0, 1, Bodies.sms("1"));
      line.write(Peer.DELIVER, 0, 2, Bodies.sms("2"));
      Peer.Pdu refused = line.read(Peer.DELIVER | Peer.RESPONSE);
      assertEquals(2, refused.sequence());
      assertEquals(0x58, refused.status());
      rig.inbox.next().acknowledgement().accepted();
      assertEquals(1, line.read(Peer.DELIVER | Peer.RESPONSE).sequence());
    }
  }

  @Test
  void aReceiverAndATransmitter() throws Exception {
    try (Rig rig = new Rig(Links::pair);
        Peer.Line first = rig.peer.accept();
        Peer.Line second = rig.peer.accept()) {
      Peer.Pdu one = first.read();
      Peer.Pdu two = second.read();
      assertEquals(Set.of(1, 2), new TreeSet<>(List.of(one.id(), two.id())));
      first.write(one.id() | Peer.RESPONSE, 0, one.sequence(), "00");
      second.write(two.id() | Peer.RESPONSE, 0, two.sequence(), "00");
      Peer.Line receiver = one.id() == 1 ? first : second;
      Peer.Line transmitter = one.id() == 1 ? second : first;
      receiver.write(Peer.DELIVER, 0, 1, Bodies.ussd(1, "*585#", 3));
      String dialogue = rig.inbox.accepted().dialogue();
      receiver.read(Peer.DELIVER | Peer.RESPONSE);
      rig.awaitUp();
      CompletableFuture<Sent> sent = rig.screen(dialogue, "menu");
      transmitter.taken(transmitter.read(Peer.SUBMIT), "1");
      assertInstanceOf(Sent.Taken.class, Rig.outcome(sent));
    }
  }
}
