package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import ma.jisr.gateway.channel.Inbound;
import org.junit.jupiter.api.Test;

class SessionEngineTest {
  private final MemoryStore store = new MemoryStore();
  private final Keys keys = TestGateway.keys();
  private final TestGateway gateway = new TestGateway(store, keys, "p1", TestGateway.START);

  @Test
  void aMessageIsSteppedWrittenAcknowledgedAndAnswered() {
    gateway.sms("a", "salam");
    assertEquals(List.of("a accepted"), gateway.acks);
    assertEquals(List.of("MESSAGE you said salam"), gateway.channel.texts());
    assertEquals(List.of("aliases 0", "people 0"), store.writes);
  }

  @Test
  void acknowledgesAndSendsOnlyWhatIsDurable() {
    store.faults.add(MemoryStore.Fault.HOLD);
    gateway.sms("a", "salam");
    assertEquals(List.of(), gateway.acks);
    assertEquals(List.of(), gateway.channel.texts());
    store.release();
    gateway.loop.run();
    assertEquals(List.of("a accepted"), gateway.acks);
    assertEquals(List.of("MESSAGE you said salam"), gateway.channel.texts());
  }

  @Test
  void theNextTurnWaitsForTheWriteOfTheOneBefore() {
    store.faults.add(MemoryStore.Fault.HOLD);
    gateway.sms("a", "one");
    gateway.sms("b", "two");
    assertEquals(List.of("aliases 0", "people 0"), store.writes);
    store.release();
    gateway.loop.run();
    assertEquals(List.of("a accepted", "b accepted"), gateway.acks);
    assertEquals(List.of("MESSAGE you said one", "MESSAGE you said two"), gateway.channel.texts());
  }

  @Test
  void anInputThatComesAgainIsAcknowledgedAndDoesNothing() {
    gateway.sms("a", "salam");
    gateway.sms("a", "salam");
    assertEquals(List.of("a accepted", "a accepted"), gateway.acks);
    assertEquals(List.of("MESSAGE you said salam"), gateway.channel.texts());
  }

  @Test
  void aRepeatedUssdInputIsAnsweredWithTheStoredScreen() {
    gateway.dial("a", "d1");
    gateway.dial("a", "d1");
    assertEquals(List.of("SCREEN you said menu", "SCREEN you said menu"), gateway.channel.texts());
    gateway.key("b", "d1", "x");
    gateway.dial("a", "d1");
    assertEquals(3, gateway.channel.given.size(), "the person has gone on");
  }

  @Test
  void whatWasTypedIsStoredNowhereInTheClear() {
    gateway.sms("a", "salam ya jisr");
    String all = store.all("people").toString() + store.all("aliases");
    assertFalse(all.contains("salam"), "a text");
    assertFalse(all.contains(TestGateway.PHONE), "a number");
  }

  @Test
  void aFullMailboxRefuses() {
    store.faults.add(MemoryStore.Fault.HOLD);
    for (int i = 0; i <= SessionSettings.MAILBOX + 1; i++)
      gateway.send("m" + i, Inbound.Act.MESSAGE, "n" + i, null);
    gateway.loop.run();
    assertEquals(List.of("m" + (SessionSettings.MAILBOX + 1) + " busy"), gateway.acks);
    store.release();
    gateway.loop.run();
    assertEquals(SessionSettings.MAILBOX + 2, gateway.acks.size());
  }

  @Test
  void aTimerFires() {
    gateway.sms("a", "timer");
    gateway.pass(Duration.ofMinutes(9));
    assertEquals(List.of(), gateway.channel.texts());
    gateway.pass(Duration.ofMinutes(1));
    assertEquals(List.of("MESSAGE time is up"), gateway.channel.texts());
    assertEquals(1, gateway.counters.of("timer.set"));
  }
}
