package ma.jisr.gateway.session;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import ma.jisr.base.Address;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Alphabet;
import ma.jisr.gateway.channel.Fragment;
import org.junit.jupiter.api.Test;

/** Messages of several parts: durable part by part, one input as a whole. */
class PartsTest {
  private MemoryStore store = new MemoryStore();
  private final Keys keys = TestGateway.keys();
  private TestGateway gateway = new TestGateway(store, keys, "p1", TestGateway.START);

  @Test
  void aPartIsAcknowledgedAtOnceAndTheLastWithTheWhole() {
    part("two", 7, 2, 2, "amizmiz");
    assertEquals(List.of("two accepted"), gateway.acks);
    assertEquals(List.of(), gateway.channel.texts());
    store.faults.add(MemoryStore.Fault.HOLD);
    part("one", 7, 2, 1, "wifi ");
    assertEquals(List.of("two accepted"), gateway.acks, "the whole is not durable yet");
    store.release();
    gateway.loop.run();
    assertEquals(List.of("two accepted", "one accepted"), gateway.acks);
    assertEquals(List.of("MESSAGE you said wifi amizmiz"), gateway.channel.texts());
    assertEquals(0, store.all("parts").size(), "nothing is left");
    assertEquals(0, gateway.engine.inFlight());
  }

  @Test
  void aPartThatComesAgainIsOnePartBeforeAndAfterTheEnd() {
    part("one", 7, 2, 1, "wifi ");
    part("one again", 7, 2, 1, "wifi ");
    part("two", 7, 2, 2, "safi");
    part("two again", 7, 2, 2, "safi");
    assertEquals(
        List.of("one accepted", "one again accepted", "two accepted", "two again accepted"),
        gateway.acks);
    assertEquals(List.of("MESSAGE you said wifi safi"), gateway.channel.texts());
    assertEquals(0, store.all("parts").size());
  }

  @Test
  void aCharacterMayGoOnInTheNextPart() {
    Fragment one = fragment(7, 2, 1, Alphabet.GSM7, new byte[] {0x31, 0x1b});
    Fragment two = fragment(7, 2, 2, Alphabet.GSM7, new byte[] {0x65});
    take("one", one);
    take("two", two);
    assertEquals(List.of("MESSAGE you said 1€"), gateway.channel.texts());
  }

  @Test
  void aReferenceThatComesRoundIsAnotherMessage() {
    part("old", 7, 2, 1, "never finished");
    part("one", 7, 2, 1, "wifi ");
    part("two", 7, 2, 2, "safi");
    assertEquals(List.of("old accepted", "one accepted", "two accepted"), gateway.acks);
    assertEquals(List.of("MESSAGE you said wifi safi"), gateway.channel.texts());
    assertEquals(1, gateway.counters.of("part.overtaken"));
  }

  @Test
  void senderReferenceTotalAndCodingKeepMessagesApart() {
    part("a", 7, 2, 1, "a");
    part("b", 8, 2, 2, "b");
    part("c", 7, 3, 2, "c");
    take("d", fragment(7, 2, 2, Alphabet.LATIN1, new byte[] {0x31}));
    assertEquals(List.of(), gateway.channel.texts());
    assertEquals(4, store.all("parts").size());
  }

  @Test
  void neitherTextNorNumberLiesInTheClear() {
    part("one", 7, 2, 1, "salam");
    String stored = store.all("parts").toString();
    assertFalse(stored.contains("salam") || stored.contains(TestGateway.PHONE), stored);
  }

  @Test
  void whatACrashLeftCompleteBecomesATurnOnce() {
    part("one", 7, 2, 1, "wifi ");
    store.faults.add(MemoryStore.Fault.FAIL);
    part("two", 7, 2, 2, "safi");
    assertEquals(List.of("one accepted", "two busy"), gateway.acks);
    assertEquals(2, store.all("parts").size());
    restart("p2");
    gateway.pass(PartSweeper.GRACE.plus(PartSweeper.PERIOD));
    assertEquals(List.of("MESSAGE you said wifi safi"), gateway.channel.texts());
    assertEquals(0, store.all("parts").size());
    part("two again", 7, 2, 2, "safi");
    assertEquals(List.of("two again accepted"), gateway.acks);
    assertEquals(1, gateway.channel.given.size());
  }

  @Test
  void aCrashBeforeTheRowsAreGoneMakesNoSecondTurn() {
    part("one", 7, 2, 1, "wifi ");
    store.deletes = false;
    part("two", 7, 2, 2, "safi");
    assertEquals(1, gateway.channel.given.size());
    assertEquals(2, store.all("parts").size());
    gateway.pass(Duration.ofSeconds(10));
    restart("p2");
    gateway.pass(PartSweeper.GRACE.plus(PartSweeper.PERIOD));
    assertEquals(List.of(), gateway.channel.texts(), "the same input, heard before");
    assertEquals(1, gateway.counters.of("turn.repeated{act=MESSAGE}"));
    assertEquals(0, store.all("parts").size());
  }

  @Test
  void whatNeverBecomesCompleteExpires() {
    part("one", 7, 2, 1, "wifi ");
    gateway.pass(Parts.LIFE.minus(Duration.ofMinutes(2)));
    assertEquals(1, store.all("parts").size());
    gateway.pass(Duration.ofMinutes(5));
    assertEquals(0, store.all("parts").size());
    assertEquals(1, gateway.counters.of("part.expired"));
  }

  @Test
  void aSenderHasRoomForAFewUnfinishedMessages() {
    for (int reference = 0; reference <= Unfinished.MOST_OF_ONE; reference++)
      part("r" + reference, reference, 2, 1, "x");
    assertEquals("r" + Unfinished.MOST_OF_ONE + " busy", gateway.acks.getLast());
    part("end", 0, 2, 2, "y");
    part("more", 99, 2, 1, "x");
    assertEquals(List.of("end accepted", "more accepted"), gateway.acks.subList(9, 11));
    assertTrue(gateway.counters.of("part.refused") == 1);
  }

  private void restart(String process) {
    store = store.afterCrash();
    gateway = new TestGateway(store, keys, process, gateway.loop.now());
  }

  private void part(String id, int reference, int total, int number, String text) {
    take(id, fragment(reference, total, number, Alphabet.GSM7, text.getBytes(US_ASCII)));
  }

  private Fragment fragment(
      int reference, int total, int number, Alphabet alphabet, byte[] octets) {
    Address from = new Address("tel", TestGateway.PHONE);
    return new Fragment(
        "iam", from, "2121", reference, total, number, alphabet, octets, gateway.loop.now());
  }

  private void take(String id, Fragment fragment) {
    gateway.engine.part(
        fragment,
        new Acknowledgement() {
          @Override
          public void accepted() {
            gateway.acks.add(id + " accepted");
          }

          @Override
          public void busy() {
            gateway.acks.add(id + " busy");
          }
        });
    gateway.loop.run();
  }
}
