package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import ma.jisr.gateway.session.MemoryStore.Fault;
import org.junit.jupiter.api.Test;

/** What a turn did not understand is handed on once, and only when the turn is durable. */
class UnresolvedTest {
  private final MemoryStore store = new MemoryStore();
  private final TestGateway gateway =
      new TestGateway(store, TestGateway.keys(), "p1", TestGateway.START);

  private List<String> texts() {
    return gateway.riddles.stream().map(riddle -> riddle.text()).toList();
  }

  @Test
  void onceDurableWithoutTheAddress() {
    store.faults.add(Fault.HOLD);
    gateway.sms("a", "riddle of one");
    gateway.loop.run();
    assertEquals(List.of(), texts());
    store.release();
    gateway.loop.run();
    assertEquals(List.of("riddle of one"), texts());
    assertNotEquals(TestGateway.PHONE, gateway.riddles.getFirst().person());
    assertEquals("Unclear[hidden]", gateway.riddles.getFirst().toString());
    assertEquals(1, gateway.counters.of("unresolved{language=fr}"));
    gateway.sms("a", "riddle of one"); // sent again by the SMSC
    gateway.loop.run();
    assertEquals(1, gateway.riddles.size());
  }

  @Test
  void onceThoughTheTurnIsSteppedAgain() {
    gateway.sms("a", "hello");
    gateway.loop.run();
    store.faults.add(Fault.OVERTAKEN);
    gateway.sms("b", "riddle of two");
    gateway.loop.run();
    assertEquals(List.of("riddle of two"), texts());
  }

  @Test
  void notAtAllWhenTheTurnIsRefused() {
    gateway.sms("a", "hello");
    gateway.loop.run();
    store.faults.add(Fault.FAIL);
    gateway.sms("b", "riddle of three");
    gateway.loop.run();
    assertEquals(List.of(), texts());
  }
}
