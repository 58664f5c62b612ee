package ma.jisr.gateway.channel.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.concurrent.CompletableFuture;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Sent;
import org.junit.jupiter.api.Test;

/** Which of two equal short messages is a repetition: the instant of the first time says it. */
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
        assertEquals(first.inbound().at(), rig.inbox.accepted().at());
        next.read(Peer.DELIVER | Peer.RESPONSE);
        spoken(rig, next);
        next.write(Peer.DELIVER, 0, 2, YES);
        assertNotEquals(first.inbound().at(), rig.inbox.accepted().at());
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
        assertEquals(first.at(), rig.inbox.accepted().at());
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
        assertNotEquals(first.at(), rig.inbox.accepted().at());
      }
    }
  }

  @Test
  void whatOneLinkLostIsTheSameOnAnotherOfItsSmsc() throws Exception {
    Redeliveries shared = new Redeliveries();
    try (Rig one = new Rig(new Peer(), link -> link, shared);
        Rig other = new Rig(new Peer(), link -> link, shared);
        Peer.Line alive = other.peer.bound()) {
      Inbox.Item lost;
      try (Peer.Line line = one.peer.bound()) {
        line.write(Peer.DELIVER, 0, 1, YES);
        lost = one.inbox.next();
      }
      one.peer.bound().close(); // noticed
      alive.write(Peer.DELIVER, 0, 9, YES);
      assertEquals(lost.inbound().at(), other.inbox.accepted().at());
      assertEquals(1, other.stats().duplicates());
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
