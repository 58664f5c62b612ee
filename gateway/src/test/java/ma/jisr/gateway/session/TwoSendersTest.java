package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import ma.jisr.base.VirtualLoop;
import ma.jisr.gateway.channel.Sent;
import org.junit.jupiter.api.Test;

/** Two nodes over one store: whose message it is, and what becomes of it when its node is gone. */
class TwoSendersTest {
  private final MemoryStore store = new MemoryStore();
  private final Keys keys = TestGateway.keys();
  private final VirtualLoop loop = new VirtualLoop(TestGateway.START);
  private final TestGateway one = node("n1");
  private final TestGateway two = node("n2");

  private TestGateway node(String id) {
    return new TestGateway(store, keys, loop, SessionSettings.of(id, false));
  }

  private List<String> said() {
    return Stream.concat(one.channel.texts().stream(), two.channel.texts().stream()).toList();
  }

  @Test
  void aRetriedMessageIsSentByOneOfThem() {
    for (int i = 0; i < 4; i++) one.channel.answer(new Sent.Later("ESME_RSYSERR"));
    one.sms("a", "one");
    one.pass(Duration.ofMinutes(30));
    long taken = store.all("marks").size();
    assertEquals(1, taken);
    assertEquals(4 + 1, said().size());
  }

  @Test
  void theOtherNodeNeitherRepeatsNorOvertakesWhatIsTriedHere() {
    one.channel.answer(new Sent.Later("ESME_RSYSERR"));
    one.sms("a", "one");
    two.sms("b", "two");
    assertEquals(List.of("MESSAGE you said one"), said());
    one.pass(Duration.ofMinutes(5));
    List<String> two = this.two.channel.texts();
    assertEquals(1, said().stream().filter("MESSAGE you said two"::equals).count());
    assertEquals(2, store.all("marks").size());
    assertEquals(two.size() + one.channel.texts().size(), said().size());
    assertEquals(3, said().size());
  }

  @Test
  void whatOneHasSentTheOtherDrops() {
    one.sms("a", "one");
    one.pass(Duration.ofSeconds(1));
    two.sms("b", "two");
    one.pass(Duration.ofMinutes(10));
    assertEquals(List.of("MESSAGE you said one"), one.channel.texts());
    assertEquals(List.of("MESSAGE you said two"), two.channel.texts());
  }

  /**
   * Found by the simulated world: what had been tried before waited for its own lease, for ever.
   */
  @Test
  void whatADeadNodeHadTriedIsTakenOverAndWhatIsBehindItGoes() {
    one.channel.answer(new Sent.Later("ESME_RSYSERR"));
    one.sms("a", "one");
    one.sms("b", "two");
    dies(one);
    two.sms("c", "three");
    two.pass(Duration.ofMinutes(5));
    assertEquals(
        List.of("MESSAGE you said one", "MESSAGE you said two", "MESSAGE you said three"),
        two.channel.texts());
  }

  @Test
  void aTurnWrittenMeanwhileDoesNotGiveAwayWhatIsBeingTried() {
    CompletableFuture<Sent> slow = new CompletableFuture<>();
    one.channel.answer(new Sent.Later("ESME_RSYSERR"));
    one.channel.answers.add(slow);
    one.sms("a", "one");
    one.pass(Duration.ofSeconds(6));
    one.sms("b", "two");
    two.sms("c", "three");
    one.pass(Duration.ofSeconds(5));
    assertEquals(List.of(), two.channel.texts());
    slow.complete(new Sent.Taken(List.of("m")));
    one.pass(Duration.ofMinutes(5));
    assertFalse(two.channel.texts().contains("MESSAGE you said one"));
    assertEquals(4, said().size());
  }

  @Test
  void whoeverHasAnOlderDocumentInMemoryLooksAgain() {
    dies(one);
    two.sms("a", "one");
    two.pass(Duration.ofMinutes(1));
    TestGateway three = node("n3");
    falls(three);
    three.sms("b", "two");
    dies(three);
    two.pass(Duration.ofMinutes(5));
    assertEquals(List.of("MESSAGE you said one", "MESSAGE you said two"), two.channel.texts());
  }

  /** Found by the simulated world: the lease had ended while another message was waited for. */
  @Test
  void whoReadsThatALeaseIsOverAsksForItsMarksFirst() {
    CompletableFuture<Sent> first = new CompletableFuture<>();
    CompletableFuture<Sent> second = new CompletableFuture<>();
    one.channel.answers.add(first);
    one.channel.answer(new Sent.Taken(List.of("m1")));
    one.channel.answers.add(second);
    one.sms("a", "one");
    one.pass(Duration.ofSeconds(10));
    one.sms("b", "two"); // for 30 s
    two.sms("c", "hush"); // looks, and finds nothing sent
    one.pass(Duration.ofSeconds(5));
    first.complete(new Sent.Later("ESME_RSYSERR"));
    one.pass(Duration.ofSeconds(6)); // its lease is renewed; then the second goes
    two.sms("d", "hush"); // waits for that lease
    one.pass(Duration.ofSeconds(4));
    one.sms("e", "hush"); // the first leaves the outbox
    one.pass(Duration.ofSeconds(5));
    second.complete(new Sent.Taken(List.of("m2")));
    one.pass(Duration.ofSeconds(15));
    two.sms("f", "hush"); // reads that the second is the first now, and its lease over
    one.pass(Duration.ofMinutes(5));
    assertEquals(
        List.of(
            "MESSAGE you said one",
            "MESSAGE you said one", // tried again
            "MESSAGE you said two"),
        said());
  }

  /** Found by the simulated world: a write gave the lease away that was used before its reply. */
  @Test
  void aLeaseIsNotShortenedByAWriteThatIsStillUnderWay() {
    one.channel.answer(new Sent.Later("ESME_RSYSERR"));
    one.channel.answers.add(new CompletableFuture<>());
    one.sms("a", "one"); // for 30 s
    one.pass(Duration.ofSeconds(4));
    store.faults.add(MemoryStore.Fault.HOLD);
    one.sms("b", "hush"); // stored, and not known to be
    one.pass(Duration.ofSeconds(1)); // tried again
    two.sms("c", "hush");
    two.pass(Duration.ofSeconds(5));
    assertEquals(List.of("MESSAGE you said one", "MESSAGE you said one"), one.channel.texts());
    assertEquals(List.of(), two.channel.texts());
  }

  /** Its link never answers again. */
  private static void falls(TestGateway node) {
    for (int i = 0; i < 100; i++) node.channel.answers.add(new CompletableFuture<>());
  }

  /** And it looks for nothing. */
  private static void dies(TestGateway node) {
    falls(node);
    var unused = node.engine.drain();
    node.loop.run();
  }
}
