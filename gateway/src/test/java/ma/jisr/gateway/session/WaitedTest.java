package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.metrics.Counters;
import org.junit.jupiter.api.Test;

/** How long people wait for the first text that answers them, as the engine measures it. */
class WaitedTest {
  private final List<String> waited = new ArrayList<>();
  private final Counters counters =
      new Counters() {
        @Override
        public void count(String what, Map<String, String> tags) {}

        @Override
        public void took(String what, Map<String, String> tags, Duration time) {
          waited.add(tags.get("kind") + ' ' + time.toSeconds());
        }
      };
  private final TestGateway gateway = TestGateway.counted(new MemoryStore(), counters);

  @Test
  void untilTheLinksAnswerWhateverCameMeanwhile() {
    CompletableFuture<Sent> slow = new CompletableFuture<>();
    gateway.channel.answers.add(slow);
    gateway.sms("a", "one");
    gateway.pass(Duration.ofSeconds(3));
    gateway.sms("b", "two");
    gateway.pass(Duration.ofSeconds(4));
    slow.complete(new Sent.Taken(List.of("1")));
    gateway.loop.run();
    gateway.dial("c", "d1");
    assertEquals(List.of("MESSAGE 7", "MESSAGE 4", "SCREEN 0"), waited);
  }

  @Test
  void triesIncludedAndWhatIsNotAnsweredOrGivenUpIsNotMeasured() {
    gateway.channel.answer(new Sent.Later("ESME_RSYSERR"));
    gateway.sms("a", "one");
    gateway.pass(Duration.ofMinutes(1));
    gateway.sms("b", "hush");
    gateway.channel.answer(new Sent.Refused("ESME_RINVDSTADR"));
    gateway.sms("c", "three");
    gateway.sms("a", "one");
    gateway.pass(Duration.ofMinutes(1));
    assertEquals(List.of("MESSAGE 5"), waited);
  }

  @Test
  void theOldestOfManyIsLeftOut() {
    CompletableFuture<Sent> slow = new CompletableFuture<>();
    gateway.channel.answers.add(slow);
    for (int i = 0; i <= Unanswered.MOST; i++) gateway.sms("in" + i, "text " + i);
    slow.complete(new Sent.Taken(List.of("1")));
    gateway.loop.run();
    assertEquals(Unanswered.MOST, waited.size());
  }
}
