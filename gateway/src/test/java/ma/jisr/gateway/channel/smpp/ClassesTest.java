package ma.jisr.gateway.channel.smpp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Address;
import ma.jisr.flow.Urgency;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Sent;
import org.junit.jupiter.api.Test;

/** What an SMSC reads from its socket, and in which order, while the window is full. */
class ClassesTest {
  private static final int EACH = 80;

  private static CompletableFuture<Sent> send(Rig rig, Urgency urgency, String text) {
    return send(rig, urgency, text, Instant.MAX);
  }

  private static CompletableFuture<Sent> send(Rig rig, Urgency urgency, String text, Instant end) {
    return rig.channel.send(
        new Outbound(
            text,
            "p",
            Outbound.Kind.MESSAGE,
            urgency,
            new Address("tel", Bodies.PERSON),
            "2121",
            text,
            null,
            Instant.MAX,
            end,
            0));
  }

  /** The text of a submit_sm: what its last octets say. */
  private static String text(Peer.Pdu submit, int length) {
    byte[] body = submit.body();
    return new String(body, body.length - length, length, US_ASCII);
  }

  @Test
  void theLeastSharesHoldAndInAClassTheOrderStands() throws Exception {
    try (Rig rig = new Rig(link -> Links.window(link, 1));
        Peer.Line line = rig.peer.bound()) {
      rig.awaitUp();
      List<CompletableFuture<Sent>> all = new ArrayList<>();
      all.add(send(rig, Urgency.BULK, "first"));
      Peer.Pdu first = line.read(Peer.SUBMIT);
      for (Urgency urgency : List.of(Urgency.BULK, Urgency.REPLY, Urgency.EMERGENCY))
        for (int i = 0; i < EACH; i++)
          all.add(send(rig, urgency, urgency.name().charAt(0) + "%02d".formatted(i)));
      assertEquals(3 * EACH, rig.stats().queued());
      line.taken(first, "0");
      List<String> order = new ArrayList<>();
      for (int i = 0; i < 3 * EACH; i++) {
        Peer.Pdu next = line.read(Peer.SUBMIT);
        order.add(text(next, 3));
        line.taken(next, "m" + i);
      }
      for (CompletableFuture<Sent> sent : all)
        assertTrue(Rig.outcome(sent) instanceof Sent.Taken, "taken");
      Map<Urgency, Integer> had = new EnumMap<>(Urgency.class);
      Map<Character, Integer> number = new HashMap<>();
      for (int i = 0; i < order.size(); i++) {
        char kind = order.get(i).charAt(0);
        assertEquals(
            number.merge(kind, 1, Integer::sum) - 1, Integer.parseInt(order.get(i).substring(1)));
        if (i < 70)
          for (Urgency urgency : Urgency.values())
            if (urgency.name().charAt(0) == kind) had.merge(urgency, 1, Integer::sum);
      }
      // 40, 20 and 10 parts of 70; nobody's screens want theirs.
      Map<Urgency, Integer> due =
          Map.of(Urgency.EMERGENCY, 40, Urgency.REPLY, 20, Urgency.BULK, 10);
      due.forEach(
          (urgency, count) ->
              assertTrue(Math.abs(had.getOrDefault(urgency, 0) - count) <= 1, had::toString));
    }
  }

  @Test
  void whatIsOfNoUseAnyMoreIsDroppedUnsent() throws Exception {
    try (Rig rig = new Rig(link -> Links.window(link, 1));
        Peer.Line line = rig.peer.bound()) {
      rig.awaitUp();
      CompletableFuture<Sent> first = send(rig, Urgency.REPLY, "first");
      Peer.Pdu flying = line.read(Peer.SUBMIT);
      Instant end = Instant.now().plusMillis(100);
      CompletableFuture<Sent> expired = send(rig, Urgency.REPLY, "expires", end);
      CompletableFuture<Sent> last =
          send(rig, Urgency.REPLY, "last", Instant.now().plusSeconds(7_230));
      while (Instant.now().isBefore(end)) assertEquals(2, rig.stats().queued());
      line.taken(flying, "1");
      Peer.Pdu next = line.read(Peer.SUBMIT);
      assertEquals("last", text(next, 4));
      // The SMSC is told, too: two hours and no month, day or second.
      assertTrue(next.has(Bodies.ascii("000000020000000R")), next::hex);
      line.taken(next, "2");
      assertEquals(new Sent.Taken(List.of("1")), Rig.outcome(first));
      assertEquals(new Sent.Expired(), Rig.outcome(expired));
      assertEquals(new Sent.Taken(List.of("2")), Rig.outcome(last));
      assertEquals(2, rig.stats().submitted());
    }
  }
}
