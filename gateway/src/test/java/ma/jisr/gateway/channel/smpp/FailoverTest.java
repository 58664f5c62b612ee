package ma.jisr.gateway.channel.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import ma.jisr.gateway.session.LiveGateway;
import ma.jisr.store.FaultyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two SMSCs over real sockets, of which one goes and comes back. */
@Timeout(60)
class FailoverTest {
  private static final int RESP = Peer.DELIVER | Peer.RESPONSE;

  @TempDir Path folder;

  @Test
  void whatHasNotLeftGoesByTheOtherAndWhatMayHaveArrivedWaitsForItsOwn() throws Exception {
    try (Peer first = new Peer();
        Peer second = new Peer();
        LiveGateway gateway = gateway(first, second)) {
      try (Peer.Line other = second.bound()) {
        try (Peer.Line own = first.bound()) {
          up(gateway, "inwi", true);
          own.write(Peer.DELIVER, 0, 1, from(1, "doubted"));
          own.write(Peer.DELIVER, 0, 2, from(2, "queued"));
          int submitted = 0;
          for (int answers = 0; answers < 2 || submitted < 1; ) {
            Peer.Pdu pdu = own.read();
            if (pdu.id() == RESP) answers++;
            else submitted = said(pdu, "doubted", "queued");
          }
          boolean doubtedFirst = submitted == 1;
          while (gateway.channel.stats().join().queued() == 0) LockSupport.parkNanos(1_000_000);
          own.reset();
          // The window was one: the other person's answer has not left, and is nobody's but ours.
          Peer.Pdu moved = other.read(Peer.SUBMIT);
          assertEquals(doubtedFirst ? 2 : 1, said(moved, "doubted", "queued"));
          other.taken(moved, "a1");
        }
        up(gateway, "iam", false);
        // Nobody has told the first SMSC's people: they are answered by the second.
        other.write(Peer.DELIVER, 0, 1, from(3, "new"));
        assertEquals(0, other.read(RESP).status());
        Peer.Pdu reply = other.read(Peer.SUBMIT);
        assertTrue(reply.has(Bodies.ascii("you said new")), reply::hex);
        other.taken(reply, "a2");
        try (Peer.Line own = first.bound()) {
          Peer.Pdu again = own.read(Peer.SUBMIT);
          assertTrue(said(again, "doubted", "queued") > 0, again::hex);
          own.taken(again, "b1");
          own.write(Peer.DELIVER, 0, 1, from(4, "back"));
          assertEquals(0, own.read(RESP).status());
          Peer.Pdu back = own.read(Peer.SUBMIT);
          assertTrue(back.has(Bodies.ascii("you said back")), back::hex);
          own.taken(back, "b2");
        }
        assertEquals(2, gateway.channel("inwi").stats().join().submitted());
      }
    }
  }

  /** Which of the texts it is, from 1; 0 for none. */
  private static int said(Peer.Pdu pdu, String... texts) {
    for (int i = 0; i < texts.length; i++)
      if (pdu.id() == Peer.SUBMIT && pdu.has(Bodies.ascii("you said " + texts[i]))) return i + 1;
    return 0;
  }

  private static void up(LiveGateway gateway, String link, boolean wanted) {
    while (gateway.channel(link).up() != wanted) LockSupport.parkNanos(1_000_000);
  }

  private static String from(int person, String text) {
    return Bodies.deliver("", "21266100000" + person, "2121", 0, 0, Bodies.ascii(text), "");
  }

  private LiveGateway gateway(Peer first, Peer second) {
    FaultyStore.Plan plan = (method, collection) -> new FaultyStore.Fault.Pass();
    List<SmppLink> links =
        List.of(Links.window(link("iam", first), 1), Links.window(link("inwi", second), 1));
    return new LiveGateway(folder, plan, links, "p1", 100);
  }

  private static SmppLink link(String id, Peer peer) {
    SmppLink.Account account = new SmppLink.Account("127.0.0.1", peer.port(), "jisr", "secret", "");
    return SmppLink.usual(id, "smsc-" + id, account);
  }
}
