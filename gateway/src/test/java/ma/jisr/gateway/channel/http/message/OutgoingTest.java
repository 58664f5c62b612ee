package ma.jisr.gateway.channel.http.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Address;
import ma.jisr.base.Assurance;
import ma.jisr.base.VirtualLoop;
import ma.jisr.flow.Urgency;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.channel.http.Verifier;
import org.junit.jupiter.api.Test;

/** When the next message goes, on a clock of its own. */
class OutgoingTest {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

  private final VirtualLoop loop = new VirtualLoop(START);
  private final List<Outgoing.Letter> posted = new ArrayList<>();
  private final Outgoing outgoing =
      new Outgoing(
          loop,
          new HttpMessageLink(
              "x",
              "tel",
              "x",
              new Verifier.Networks(address -> true),
              URI.create("http://127.0.0.1"),
              2,
              20,
              100,
              "212",
              Assurance.CLAIMED,
              HttpMessageLink.Timers.USUAL),
          posted::add);

  private CompletableFuture<Sent> added(String id, Instant until) {
    CompletableFuture<Sent> outcome = new CompletableFuture<>();
    outgoing.add(
        new Outgoing.Letter(
            new Outbound(
                id,
                "p",
                Outbound.Kind.MESSAGE,
                Urgency.REPLY,
                new Address("tel", "212661000001"),
                "2121",
                "x",
                null,
                until,
                until,
                0),
            outcome));
    return outcome;
  }

  private void add(String id) {
    var unused = added(id, Instant.MAX);
  }

  private void settle(int index, Verdict verdict) {
    outgoing.settled(posted.get(index), verdict);
  }

  @Test
  void noMoreThanTheWindow() {
    for (int i = 0; i < 3; i++) add("m" + i);
    assertEquals(2, posted.size());
    settle(0, new Verdict.Taken(""));
    loop.advance(Duration.ofSeconds(1));
    assertEquals(3, posted.size());
  }

  @Test
  void noFasterThanThePace() {
    for (int i = 0; i < 10; i++) add("m" + i);
    for (int i = 0; i < 2; i++) settle(i, new Verdict.Taken(""));
    assertEquals(2, posted.size(), "a tenth of a second's worth");
    loop.advance(Duration.ofMillis(50));
    assertEquals(3, posted.size());
  }

  @Test
  void asLongAsTheProviderSaysThenOneAlone() {
    for (int i = 0; i < 4; i++) add("m" + i);
    settle(0, new Verdict.Throttled(Optional.of(Duration.ofSeconds(7))));
    settle(1, new Verdict.Taken(""));
    loop.advance(Duration.ofMillis(6_990));
    assertEquals(2, posted.size());
    loop.advance(Duration.ofSeconds(1));
    // The one that was turned away goes first: nothing overtakes it.
    assertEquals("m0", posted.get(2).message.id());
    settle(2, new Verdict.Taken(""));
    loop.advance(Duration.ofSeconds(1));
    assertEquals(5, posted.size());
  }

  @Test
  void pausesGrow() {
    CompletableFuture<Sent> outcome = added("m", Instant.MAX);
    for (int i = 0; i < 5; i++) {
      settle(i, new Verdict.Throttled(Optional.empty()));
      loop.advance(Duration.ofSeconds(1L << i).minusMillis(10));
      assertEquals(i + 1, posted.size(), "pause " + i);
      loop.advance(Duration.ofMillis(20));
      assertEquals(i + 2, posted.size(), "pause " + i);
    }
    assertFalse(outcome.isDone());
    settle(5, new Verdict.Throttled(Optional.empty()));
    assertEquals(new Sent.Later("throttled"), outcome.join());
  }

  @Test
  void whatIsOfNoUseAnyMoreIsNotPosted() {
    add("m0");
    add("m1");
    CompletableFuture<Sent> late = added("m2", START.plusSeconds(1));
    loop.advance(Duration.ofSeconds(2));
    settle(0, new Verdict.Taken("a"));
    assertEquals(new Sent.Expired(), late.join());
    assertEquals(2, posted.size());
  }
}
