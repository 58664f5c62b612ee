package ma.jisr.gateway.channel.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import ma.jisr.gateway.session.LiveGateway;
import ma.jisr.store.FaultyStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A deliver_sm is answered when it is durable and not before; over real sockets and a real disk.
 */
@Timeout(60)
class DurableAnswerTest {
  private static final int RESP = Peer.DELIVER | Peer.RESPONSE;
  private static final FaultyStore.Fault PASS = new FaultyStore.Fault.Pass();

  @TempDir Path folder;

  /** What writes wait for; null when they go through. */
  private final AtomicReference<@Nullable CompletableFuture<Void>> held = new AtomicReference<>();

  private final FaultyStore.Plan plan =
      (method, collection) -> {
        CompletableFuture<Void> until = held.get();
        boolean write = method.equals("insert") || method.equals("replaceIf");
        return until == null || !write ? PASS : new FaultyStore.Fault.Hold(until);
      };

  @Test
  void whileTheStoreHoldsNothingIsAnsweredAndOverloadIsRefused() throws Exception {
    CompletableFuture<Void> until = new CompletableFuture<>();
    try (Peer peer = new Peer();
        LiveGateway gateway = gateway(peer, "p1", 3, link -> Links.unanswered(link, 4));
        Peer.Line line = peer.bound()) {
      held.set(until);
      for (int i = 1; i <= 5; i++) line.write(Peer.DELIVER, 0, i, from(i, "salam"));
      assertRefused(line.read(RESP), 4); // the engine has room for three
      assertRefused(line.read(RESP), 5);
      line.write(Peer.ENQUIRE, 0, 9, "");
      assertEquals(9, line.read(Peer.ENQUIRE | Peer.RESPONSE).sequence()); // and no answer before
      assertEquals(3, gateway.inFlight());
      held.set(null);
      until.complete(null);
      int answers = 0;
      int replies = 0;
      while (answers < 3 || replies < 3) {
        Peer.Pdu pdu = line.read();
        if (pdu.id() == RESP) {
          assertEquals(0, pdu.status());
          answers++;
        } else {
          line.taken(pdu, "m" + replies++);
        }
      }
      assertEquals(0, gateway.channel.stats().join().unanswered());
      idle(gateway);
      assertEquals(2, gateway.channel.stats().join().throttledByUs());
    }
  }

  @Test
  void whatWasDurableAndNotAnsweredIsOneMessageAfterARestart() throws Exception {
    try (Peer peer = new Peer()) {
      try (LiveGateway gateway = gateway(peer, "p1", 100, link -> link);
          Peer.Line line = peer.bound()) {
        line.write(Peer.DELIVER, 0, 1, from(1, "1"));
        assertEquals(0, line.read(RESP).status()); // which this peer then forgets
        line.read(Peer.SUBMIT);
        assertEquals(1, gateway.counters.of("inbound{act=MESSAGE, link=iam}"));
      }
      try (LiveGateway gateway = gateway(peer, "p2", 100, link -> link);
          Peer.Line line = peer.bound()) {
        line.write(Peer.DELIVER, 0, 1, from(1, "1"));
        boolean answered = false;
        boolean replied = false;
        while (!answered || !replied) {
          Peer.Pdu pdu = line.read();
          answered |= pdu.id() == RESP && pdu.status() == 0;
          replied |= pdu.id() == Peer.SUBMIT;
          if (pdu.id() == Peer.SUBMIT) line.taken(pdu, "m1");
        }
        assertEquals(1, gateway.counters.of("turn.repeated{act=MESSAGE}"));
      }
    }
  }

  @Test
  void aPeerWithAWindowOfOneSendsPartsAcrossARestart() throws Exception {
    try (Peer peer = new Peer()) {
      try (LiveGateway gateway = gateway(peer, "p1", 100, link -> link);
          Peer.Line line = peer.bound()) {
        line.write(Peer.DELIVER, 0, 1, part(2, "safi"));
        assertEquals(0, line.read(RESP).status());
        idle(gateway);
      }
      try (LiveGateway gateway = gateway(peer, "p2", 100, link -> link);
          Peer.Line line = peer.bound()) {
        line.write(Peer.DELIVER, 0, 2, part(1, "wifi "));
        assertEquals(0, line.read(RESP).status());
        Peer.Pdu reply = line.read(Peer.SUBMIT);
        assertEquals(true, reply.has(Bodies.ascii("you said wifi safi")), reply.hex());
        line.taken(reply, "m1");
        assertEquals(0, gateway.channel.stats().join().unanswered());
      }
    }
  }

  /** The peer is told a moment before the input is counted out. */
  private static void idle(LiveGateway gateway) {
    while (gateway.inFlight() > 0) {
      assertFalse(Thread.interrupted(), "it is never counted out");
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static void assertRefused(Peer.Pdu pdu, int sequence) {
    assertEquals(0x58, pdu.status());
    assertEquals(sequence, pdu.sequence());
  }

  private static String from(int person, String text) {
    return Bodies.deliver("", "21266100000" + person, "2121", 0, 0, Bodies.ascii(text), "");
  }

  private static String part(int number, String text) {
    String header = "0500034d020" + number;
    return Bodies.deliver("", Bodies.PERSON, "2121", 64, 0, header + Bodies.ascii(text), "");
  }

  private LiveGateway gateway(
      Peer peer, String process, int inFlight, UnaryOperator<SmppLink> change) {
    SmppLink.Account account = new SmppLink.Account("127.0.0.1", peer.port(), "jisr", "secret", "");
    SmppLink link = change.apply(SmppLink.usual("iam", "maroc", account));
    return new LiveGateway(folder, plan, link, process, inFlight);
  }
}
