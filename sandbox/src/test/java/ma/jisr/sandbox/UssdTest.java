package ma.jisr.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import ma.jisr.sandbox.phone.Failure;
import ma.jisr.sandbox.phone.Phone;
import ma.jisr.sandbox.phone.PhoneException;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the USSD centre enforces. */
class UssdTest {
  private static final int ASK = 2;
  private static final int END = 17;
  private static final int ABORT = 129;
  private static final int DEAD = 0xFE;
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "a, 182, 0",
    "a, 183, 1",
    "€, 91, 0",
    "€, 92, 1",
    "ع, 80, 0",
    "ع, 81, 1",
    "😀, 40, 0",
    "😀, 41, 1"
  })
  void aScreenHas160Octets(String character, int times, int status) throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      var first = world.phone().dial("*585#");
      String text = character.repeat(times);
      var alphabet = ma.jisr.sandbox.alphabet.Alphabet.of(text);
      var answer = esme.screen(esme.take(), END, alphabet.dataCoding(), alphabet.encode(text));
      assertEquals(status, answer.status());
      assertEquals(status, world.sandbox.centre().complaints().size());
      if (status == 0) {
        assertEquals(text, Worlds.wait(first).text());
      }
    }
  }

  @Test
  void aScreenForADeadSessionIsRefused() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      Phone phone = world.phone();
      var first = phone.dial("*585#");
      DeliverSm begin = esme.take();
      Worlds.wait(phone.losesNetwork());
      assertFails(first, Failure.CONNECTION_LOST);
      DeliverSm abort = esme.take();
      assertEquals(ABORT, op(abort));
      assertEquals(session(begin), session(abort));
      assertEquals(DEAD, esme.screen(begin, ASK, "Late").status());
      assertEquals(
          List.of("a screen for a dead session was refused with status 254"),
          world.sandbox.centre().complaints());
    }
  }

  @Test
  void aBeginSupersedesASessionWhoseAbortWasLost() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      Phone phone = world.phone();
      world.sandbox.centre().troubles().loseAborts(1);
      phone.dial("*585#");
      DeliverSm old = esme.take();
      Worlds.wait(phone.losesNetwork());
      var again = phone.dial("*585#");
      DeliverSm begin = esme.take();
      assertEquals(1, op(begin));
      assertNotEquals(session(old), session(begin));
      assertEquals(DEAD, esme.screen(old, ASK, "Old").status());
      assertEquals(0, esme.screen(begin, ASK, "New").status());
      assertEquals("New", Worlds.wait(again).text());
    }
  }

  @Test
  void diallingAnewCancelsTheOpenSession() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      Phone phone = world.phone();
      phone.dial("*585#");
      esme.screen(esme.take(), ASK, "One");
      phone.dial("*585*2#");
      assertEquals(ABORT, op(esme.take()));
      assertEquals(1, op(esme.take()));
    }
  }

  @Test
  void silenceEndsASession() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      Phone phone = world.phone();
      var first = phone.dial("*585#");
      esme.screen(esme.take(), ASK, "Where?");
      Worlds.wait(first);
      world.pass(31);
      assertEquals(ABORT, op(esme.take()));
      assertFails(phone.answer("1"), Failure.NOTHING_ASKED);
    }
  }

  @Test
  void aProgramThatDoesNotAnswerEndsItToo() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      var first = world.phone().dial("*585#");
      esme.take();
      esme.settle();
      world.pass(31);
      assertFails(first, Failure.TIMED_OUT);
    }
  }

  @Test
  void aSessionHasATimeInAll() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      Phone phone = world.phone();
      var shown = phone.dial("*585#");
      for (int i = 0; i < 5; i++) {
        DeliverSm input = esme.take();
        assertEquals(0, esme.screen(input, ASK, "More?").status());
        Worlds.wait(shown);
        world.pass(20);
        shown = phone.answer("1");
      }
      esme.take();
      esme.settle();
      world.pass(21);
      assertFails(shown, Failure.TIMED_OUT);
      assertEquals(ABORT, op(esme.take()));
    }
  }

  @Test
  void theCentreAborts() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      Phone phone = world.phone();
      var first = phone.dial("*585#");
      esme.take();
      Worlds.wait(world.sandbox.centre().abort(phone));
      assertFails(first, Failure.ABORTED);
      assertEquals(ABORT, op(esme.take()));
    }
  }

  @Test
  void oneScreenForOneInput() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      world.phone().dial("*585#");
      DeliverSm begin = esme.take();
      assertEquals(0, esme.screen(begin, ASK, "One").status());
      assertEquals(DEAD, esme.screen(begin, ASK, "Two").status());
    }
  }

  @Test
  void theSessionInfoComesBackUnchanged() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      Phone phone = world.phone();
      var first = phone.dial("*585#");
      DeliverSm begin = esme.take();
      esme.screen(begin, ASK, "One");
      Worlds.wait(first);
      phone.answer("1");
      DeliverSm answer = esme.take();
      byte[] text = "Old".getBytes(StandardCharsets.US_ASCII);
      var ask = new OptionalParameter.Ussd_service_op((byte) ASK);
      assertEquals(DEAD, esme.screen(begin, ASK, "Old").status());
      assertEquals(0xC3, esme.submit("585", answer.getSourceAddr(), 0, 0, text, ask).status());
      assertEquals(0, esme.screen(answer, ASK, "New").status());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3, 0, 41, 196",
    "1, 0, 41, 196",
    "2, 0, C3A9, 260",
    "2, 8, 06, 260",
    "2, 4, 41, 260"
  })
  void aScreenThatCannotBe(int op, int coding, String octets, int status) throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      world.phone().dial("*585#");
      byte[] text = java.util.HexFormat.of().parseHex(octets);
      assertEquals(status, esme.screen(esme.take(), op, coding, text).status());
    }
  }

  @Test
  void whatAPhoneSaysByItself() throws Exception {
    try (var world = new Worlds(folder)) {
      Phone phone = world.phone();
      assertFails(phone.dial("*585#"), Failure.NETWORK_PROBLEM);
      assertFails(phone.dial("*100#"), Failure.UNKNOWN_CODE);
      assertFails(phone.answer("1"), Failure.NOTHING_ASKED);
      assertFails(phone.dial("*585*" + "1".repeat(180) + "#"), Failure.TOO_LONG);
      Worlds.wait(phone.goesAway());
      assertFails(phone.dial("*585#"), Failure.NO_NETWORK);
    }
  }

  private static void assertFails(Future<?> future, Failure failure) {
    assertEquals(failure, assertThrows(PhoneException.class, () -> Worlds.wait(future)).failure());
  }

  private static int op(DeliverSm sm) {
    return ((OptionalParameter.Byte) sm.getOptionalParameter(Tag.USSD_SERVICE_OP)).getValue()
        & 0xFF;
  }

  /** The session number: the high octet of its_session_info. */
  private static int session(DeliverSm sm) {
    return ((OptionalParameter.Short) sm.getOptionalParameter(Tag.ITS_SESSION_INFO)).getValue()
        >> 8;
  }
}
