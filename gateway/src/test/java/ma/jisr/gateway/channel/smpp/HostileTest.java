package ma.jisr.gateway.channel.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a broken or evil peer sends: an answer as the standard says, or the end, and life goes on.
 */
class HostileTest {
  /** Bad PDUs whose length is right: answered, and the next one is read as if nothing had been. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // what, command, body, answered by, with status
    "cut short, 5, 00, 80000005, 2",
    "unterminated source, 5, 00000131323334, 80000005, 2",
    "sm_length past the end, 5, 000000310000003100000000000000000000ff41, 80000005, 1",
    "TLV past the end, 5, 000000310000003100000000000000000000000501000901, 80000005, c2",
    "half a TLV header, 5, 00000031000000310000000000000000000000050100, 80000005, c0",
    "data_sm cut short, 103, 00, 80000103, 2",
    "data_sm with a TLV past the end, 103, 00000031000000310000000005010009, 80000103, c2",
    "unknown command, 7f, 00, 80000000, 3",
    "submit_sm to us, 4, 00, 80000000, 3"
  })
  void answersAndGoesOn(String what, String command, String body, String response, String status)
      throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      line.write(Integer.parseInt(command, 16), 0, 900, body);
      Peer.Pdu answer = line.read(Integer.parseUnsignedInt(response, 16));
      assertEquals(900, answer.sequence());
      assertEquals(Integer.parseInt(status, 16), answer.status());
      line.write(Peer.DELIVER, 0, 901, Bodies.sms("still there"));
      assertEquals("still there", rig.inbox.accepted().text());
      assertEquals(901, line.read(Peer.DELIVER | Peer.RESPONSE).sequence());
      assertEquals(1, rig.stats().malformed());
      assertEquals(0, rig.stats().unanswered());
    }
  }

  /** Lengths that cannot be: nothing is allocated, the connection ends, a new one is made. */
  @ParameterizedTest
  @CsvSource({
    "7ffffff0000000050000000000000001",
    "ffffffff000000050000000000000001",
    "0000000f000000050000000000000001",
    "00010001000000050000000000000001",
    "474554202f20485454502f312e310d0a"
  })
  void losesItsPlaceAndComesBack(String octets) throws Exception {
    try (Rig rig = new Rig(link -> link)) {
      try (Peer.Line line = rig.peer.bound()) {
        line.raw(HexFormat.of().parseHex(octets));
        Peer.Pdu nack = line.read(Peer.RESPONSE);
        assertEquals(2, nack.status());
        line.untilEnd();
      }
      try (Peer.Line next = rig.peer.bound()) {
        next.write(Peer.DELIVER, 0, 1, Bodies.sms("again"));
        assertEquals("again", rig.inbox.accepted().text());
        assertEquals(1, rig.stats().reconnects());
      }
    }
  }

  @Test
  void octetsThatNeverMakeAPduAreNoSignOfLife() throws Exception {
    Duration soon = Duration.ofMillis(200);
    try (Rig rig = new Rig(link -> Rig.timers(link, soon, soon))) {
      try (Peer.Line line = rig.peer.bound()) {
        line.raw(HexFormat.of().parseHex("000000ff00000005"));
        line.read(Peer.ENQUIRE);
        line.raw(new byte[] {0});
        line.untilEnd();
      }
      try (Peer.Line next = rig.peer.bound()) {
        next.read(Peer.ENQUIRE);
        assertEquals(1, rig.stats().reconnects());
      }
    }
  }

  @Test
  void aConnectionThatIsResetIsMadeAgain() throws Exception {
    try (Rig rig = new Rig(link -> link)) {
      try (Peer.Line line = rig.peer.bound()) {
        line.write(Peer.DELIVER, 0, 1, Bodies.sms("never answered"));
        rig.inbox.next();
        line.reset();
      }
      try (Peer.Line next = rig.peer.bound()) {
        next.write(Peer.DELIVER, 0, 1, Bodies.sms("again"));
        assertEquals("again", rig.inbox.accepted().text());
        assertEquals(0, next.read(Peer.DELIVER | Peer.RESPONSE).status());
      }
    }
  }

  @Test
  void aPeerThatNeverAnswersTheBindIsLeft() throws Exception {
    Duration soon = Duration.ofMillis(100);
    try (Rig rig = new Rig(link -> Rig.timers(link, soon, soon))) {
      try (Peer.Line line = rig.peer.accept()) {
        line.read(Peer.BIND_TRANSCEIVER);
        line.untilEnd();
      }
      rig.peer.bound().close();
    }
  }

  @Test
  void aResponseToNothingIsCounted() throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      line.write(Peer.SUBMIT | Peer.RESPONSE, 0, 4711, "3100");
      line.write(Peer.RESPONSE, 3, 4712, "");
      line.write(Peer.ENQUIRE, 0, 1, "");
      line.read(Peer.ENQUIRE | Peer.RESPONSE);
      assertEquals(2, rig.stats().strays());
    }
  }

  @Test
  void aPduInPiecesAndTwoInOne() throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      byte[] one = Peer.Line.pdu(Peer.DELIVER, 0, 1, Bodies.sms("one"));
      byte[] two = Peer.Line.pdu(Peer.DELIVER, 0, 2, Bodies.sms("two"));
      for (byte octet : one) {
        line.raw(new byte[] {octet});
      }
      assertEquals("one", rig.inbox.accepted().text());
      byte[] both = new byte[one.length + two.length];
      System.arraycopy(two, 0, both, 0, two.length);
      System.arraycopy(one, 0, both, two.length, one.length);
      line.raw(both);
      assertEquals("two", rig.inbox.accepted().text());
      assertEquals("one", rig.inbox.accepted().text());
      assertTrue(rig.inbox.empty());
    }
  }
}
