package ma.jisr.gateway.channel.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Address;
import ma.jisr.base.VirtualLoop;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Sent;
import org.junit.jupiter.api.Test;

class OneByOneTest {
  private final VirtualLoop loop = new VirtualLoop(Instant.parse("2026-03-02T10:00:00Z"));
  private final List<String> sent = new ArrayList<>();
  private final Map<String, CompletableFuture<Sent>> under = new HashMap<>();
  private final OneByOne line =
      new OneByOne(
          loop,
          Duration.ofSeconds(1),
          message -> {
            sent.add(message.id());
            return under.computeIfAbsent(message.id(), id -> new CompletableFuture<>());
          });

  private CompletableFuture<Sent> add(String id, String person) {
    CompletableFuture<Sent> outcome = new CompletableFuture<>();
    Address to = new Address("tg", person);
    line.add(new Outbound(id, Outbound.Kind.MESSAGE, to, "", "x", null), outcome);
    return outcome;
  }

  private void begin(String id, String person) {
    var unused = add(id, person);
  }

  private void answered(String id) {
    Objects.requireNonNull(under.get(id)).complete(new Sent.Taken(List.of()));
    loop.run();
  }

  @Test
  void theNextOneWaitsForTheAnswerAndThePause() {
    CompletableFuture<Sent> first = add("a1", "a");
    CompletableFuture<Sent> second = add("a2", "a");
    assertEquals(List.of("a1"), sent);
    loop.advance(Duration.ofSeconds(5));
    assertEquals(List.of("a1"), sent, "no answer yet");
    answered("a1");
    assertEquals(new Sent.Taken(List.of()), first.join());
    assertEquals(List.of("a1", "a2"), sent);
    answered("a2");
    assertEquals(new Sent.Taken(List.of()), second.join());
    begin("a3", "a");
    loop.advance(Duration.ofMillis(999));
    assertEquals(2, sent.size());
    loop.advance(Duration.ofMillis(1));
    assertEquals(List.of("a1", "a2", "a3"), sent);
  }

  @Test
  void othersDoNotWait() {
    begin("a1", "a");
    begin("a2", "a");
    begin("b1", "b");
    assertEquals(List.of("a1", "b1"), sent);
    assertEquals(1, line.size());
  }

  @Test
  void whatHasNotGoneIsGivenBack() {
    CompletableFuture<Sent> first = add("a1", "a");
    CompletableFuture<Sent> second = add("a2", "a");
    line.giveBack("stopping");
    assertEquals(new Sent.Held("stopping"), second.join());
    assertFalse(first.isDone());
    assertEquals(0, line.size());
    answered("a1");
    loop.advance(Duration.ofSeconds(1));
    assertEquals(List.of("a1"), sent);
  }

  @Test
  void aFailureIsNoEnd() {
    CompletableFuture<Sent> first = add("a1", "a");
    begin("a2", "a");
    Objects.requireNonNull(under.get("a1")).completeExceptionally(new IllegalStateException("x"));
    loop.advance(Duration.ofSeconds(1));
    assertEquals(new Sent.Uncertain("failed"), first.join());
    assertEquals(List.of("a1", "a2"), sent);
  }
}
