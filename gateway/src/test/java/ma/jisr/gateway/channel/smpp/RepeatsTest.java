package ma.jisr.gateway.channel.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.concurrent.CompletableFuture;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Sent;
import org.junit.jupiter.api.Test;

/** Which of two equal short messages is a repetition: the id says it. */
class RepeatsTest {
  private static final String YES = Bodies.sms("1");

  @Test
  void whatTheDeadConnectionLeftUnansweredIsTheSameOnTheNext() throws Exception {
    try (Rig rig = new Rig(link -> link)) {
      Inbox.Item first;
      try (Peer.Line line = rig.peer.bound()) {
        line.write(Peer.DELIVER, 0, 1, YES);
        first = rig.inbox.next();
      }
      try (Peer.Line next = rig.peer.bound()) {
        first.acknowledgement().accepted(); // durable, but nobody hears of it
        next.write(Peer.DELIVER, 0, 1, YES);
        assertEquals(first.inbound().id(), rig.inbox.accepted().id());
        next.read(Peer.DELIVER | Peer.RESPONSE);
        spoken(rig, next);
        next.write(Peer.DELIVER, 0, 2, YES);
        assertNotEquals(first.inbound().id(), rig.inbox.accepted().id());
      }
    }
  }

  @Test
  void anAnswerThatMayNotHaveArrivedIsNoProof() throws Exception {
    try (Rig rig = new Rig(link -> link)) {
      Inbound first;
      try (Peer.Line line = rig.peer.bound()) {
        line.write(Peer.DELIVER, 0, 1, YES);
        first = rig.inbox.accepted();
        line.read(Peer.DELIVER | Peer.RESPONSE);
      }
      try (Peer.Line next = rig.peer.bound()) {
        next.write(Peer.DELIVER, 0, 1, YES);
        assertEquals(first.id(), rig.inbox.accepted().id());
      }
    }
  }

  @Test
  void aResponseToWhatWasWrittenLaterIsProof() throws Exception {
    try (Rig rig = new Rig(link -> link)) {
      Inbound first;
      try (Peer.Line line = rig.peer.bound()) {
        line.write(Peer.DELIVER, 0, 1, YES);
        first = rig.inbox.accepted();
        line.read(Peer.DELIVER | Peer.RESPONSE);
        spoken(rig, line);
      }
      try (Peer.Line next = rig.peer.bound()) {
        next.write(Peer.DELIVER, 0, 1, YES);
        assertNotEquals(first.id(), rig.inbox.accepted().id());
      }
    }
  }

  @Test
  void theSameWordsAtOnceAreOneUntilSomethingIsSaid() throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      line.write(Peer.DELIVER, 0, 1, YES);
      Inbound first = rig.inbox.accepted();
      line.read(Peer.DELIVER | Peer.RESPONSE);
      line.write(Peer.DELIVER, 0, 2, YES);
      assertEquals(first.id(), rig.inbox.accepted().id());
      line.read(Peer.DELIVER | Peer.RESPONSE);
      line.write(Peer.DELIVER, 0, 3, Bodies.sms("2"));
      assertNotEquals(first.id(), rig.inbox.accepted().id());
      line.read(Peer.DELIVER | Peer.RESPONSE);
      line.write(Peer.DELIVER, 0, 4, YES);
      Inbound third = rig.inbox.accepted();
      assertNotEquals(first.id(), third.id());
      line.read(Peer.DELIVER | Peer.RESPONSE);
      spoken(rig, line);
      line.write(Peer.DELIVER, 0, 5, YES);
      assertNotEquals(third.id(), rig.inbox.accepted().id());
      assertEquals(1, rig.stats().duplicates());
    }
  }

  @Test
  void aRefusedMessageThatComesAgainIsNew() throws Exception {
    try (Rig rig = new Rig(link -> link)) {
      try (Peer.Line line = rig.peer.bound()) {
        line.write(Peer.DELIVER, 0, 1, YES);
        rig.inbox.next().acknowledgement().busy();
        assertEquals(0x58, line.read(Peer.DELIVER | Peer.RESPONSE).status());
        spoken(rig, line);
      }
      try (Peer.Line next = rig.peer.bound()) {
        next.write(Peer.DELIVER, 0, 1, YES);
        rig.inbox.accepted();
        assertEquals(0, next.read(Peer.DELIVER | Peer.RESPONSE).status());
        assertEquals(0, rig.stats().duplicates());
      }
    }
  }

  private static void spoken(Rig rig, Peer.Line line) throws Exception {
    rig.awaitUp();
    CompletableFuture<Sent> sent = rig.sms("Next?");
    line.taken(line.read(Peer.SUBMIT), "1");
    Rig.outcome(sent);
  }
}
