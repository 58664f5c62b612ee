package ma.jisr.sandbox;

import static org.jsmpp.SMPPConstant.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import ma.jisr.sandbox.phone.Phone;
import ma.jisr.sandbox.smpp.LinkSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Binds, responses, redelivery, and what a broken program gets to hear. */
class LinkTest {
  private static final String NUMBER = "212661000001";
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"jisr, s3cret, 0", "jisr, wrong, 14", "other, s3cret, 15"})
  void onlyThePasswordBinds(String system, String password, int status) throws Exception {
    try (var world = new Worlds(folder);
        var esme = new Esme(world.sandbox.port())) {
      assertEquals(status, esme.bind(CID_BIND_TRANSCEIVER, system, password).status());
    }
  }

  @ParameterizedTest
  @CsvSource({"'', s3cret", "jisr, ''", "jisr, ninechars", "sixteen-letters-, s3cret"})
  void whatNobodyCouldBindWith(String system, String password) {
    assertThrows(IllegalArgumentException.class, () -> new LinkSettings(0, system, password));
  }

  @Test
  void nobodyBindsTwiceOrSubmitsUnbound() throws Exception {
    try (var world = new Worlds(folder);
        var esme = new Esme(world.sandbox.port())) {
      assertEquals(STAT_ESME_RINVBNDSTS, submit(esme).status());
      esme.bind(CID_BIND_TRANSCEIVER, Worlds.SYSTEM, Worlds.PASSWORD);
      var again = esme.bind(CID_BIND_RECEIVER, Worlds.SYSTEM, Worlds.PASSWORD);
      assertEquals(STAT_ESME_RALYBND, again.status());
    }
  }

  @Test
  void aReceiverReceivesAndATransmitterSends() throws Exception {
    try (var world = new Worlds(folder);
        var receiver = new Esme(world.sandbox.port());
        var transmitter = new Esme(world.sandbox.port())) {
      transmitter.bind(CID_BIND_TRANSMITTER, Worlds.SYSTEM, Worlds.PASSWORD);
      receiver.bind(CID_BIND_RECEIVER, Worlds.SYSTEM, Worlds.PASSWORD);
      world.phone().sms("2121", "a");
      assertEquals("a", text(receiver.take().getShortMessage()));
      assertEquals(0, submit(transmitter).status());
      assertEquals(STAT_ESME_RINVBNDSTS, submit(receiver).status());
    }
  }

  @Test
  void everyNthSubmitIsThrottled() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      world.sandbox.centre().troubles().throttleEvery(3);
      int[] statuses = new int[6];
      for (int i = 0; i < 6; i++) {
        statuses[i] = submit(esme).status();
      }
      assertArrayEquals(new int[] {0, 0, 0x58, 0, 0, 0x58}, statuses);
    }
  }

  @Test
  void whatWasNotAnsweredComesAgainAfterTheNextBind() throws Exception {
    try (var world = new Worlds(folder)) {
      Phone phone = world.phone();
      byte[] first;
      try (var esme = world.esme()) {
        phone.sms("2121", "one");
        first = esme.delivered().octets().getBytes();
      }
      try (var esme = world.esme()) {
        byte[] again = esme.delivered().octets().getBytes();
        assertArrayEquals(
            java.util.Arrays.copyOfRange(first, 16, first.length),
            java.util.Arrays.copyOfRange(again, 16, again.length));
      }
    }
  }

  @Test
  void aCutLinkBringsADialogueBackToo() throws Exception {
    try (var world = new Worlds(folder)) {
      world.sandbox.centre().troubles().cutAfterDelivering(1);
      var first = dialOnACutLink(world);
      try (var esme = world.esme()) {
        assertEquals(0, esme.screen(esme.take(), 17, "Bye").status());
        assertEquals("Bye", Worlds.wait(first).text());
      }
    }
  }

  private static io.vertx.core.Future<ma.jisr.sandbox.phone.UssdScreen> dialOnACutLink(Worlds world)
      throws Exception {
    try (var esme = world.esme()) {
      var first = world.phone().dial("*585#");
      esme.delivered();
      assertClosed(esme);
      return first;
    }
  }

  @Test
  void silenceAndPassingRefusalsBringItAgain() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      var sent = world.phone().sms("2121", "one");
      var one = esme.delivered();
      world.pass(10);
      var two = esme.delivered();
      assertNotEquals(one.sequence(), two.sequence());
      esme.answer(two, STAT_ESME_RTHROTTLED);
      esme.settle();
      world.pass(1);
      esme.take();
      assertEquals(1, Worlds.wait(sent));
    }
  }

  @Test
  void aDeliveryMayComeTwice() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      world.sandbox.centre().troubles().repeatEvery(1);
      world.phone().sms("2121", "one");
      assertEquals("one", text(esme.take().getShortMessage()));
      assertEquals("one", text(esme.take().getShortMessage()));
    }
  }

  @Test
  void messagesWaitForABind() throws Exception {
    try (var world = new Worlds(folder)) {
      Phone phone = world.phone();
      phone.sms("2121", "one");
      Worlds.wait(phone.sms("1212", "x").otherwise(0));
      try (var esme = world.esme()) {
        assertEquals("one", text(esme.take().getShortMessage()));
      }
    }
  }

  @Test
  void aReceiptMayOvertakeItsResponse() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      world.phone();
      world.sandbox.centre().troubles().receiptFirst(true);
      esme.sendSubmit("2121", NUMBER, 0, 0, "a".getBytes(StandardCharsets.US_ASCII));
      assertEquals(CID_DELIVER_SM, esme.read().command());
      assertEquals(CID_SUBMIT_SM_RESP, esme.read().command());
    }
  }

  @Test
  void aResponseMayBeLate() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      world.sandbox.centre().troubles().delayResponses(Duration.ofSeconds(3));
      esme.sendSubmit("2121", NUMBER, 0, 0, "a".getBytes(StandardCharsets.US_ASCII));
      esme.settle();
      world.pass(3);
      assertEquals(CID_SUBMIT_SM_RESP, esme.read().command());
    }
  }

  @Test
  void aSilentLinkIsAskedAndThenClosed() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      esme.settle();
      world.pass(30);
      assertEquals(CID_ENQUIRE_LINK, esme.raw().command());
      world.pass(30);
      assertClosed(esme);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "00000010000000990000000000000007, 3",
    "00000012000000040000000000000007FFFF, 8",
    "0000000F000000040000000000000007, 2",
    "7FFFFFF0000000040000000000000007, 2",
    "47455420 2F20485454502F312E310D0A, 2"
  })
  void nonsenseIsNacked(String pdu, int status) throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      esme.send(HexFormat.of().parseHex(pdu.replace(" ", "")));
      var answer = esme.read();
      assertEquals(CID_GENERIC_NACK, answer.command());
      assertEquals(status, answer.status());
    }
  }

  private static void assertClosed(Esme esme) {
    assertInstanceOf(
        EOFException.class, assertThrows(UncheckedIOException.class, esme::raw).getCause());
  }

  private static Esme.Pdu submit(Esme esme) throws Exception {
    return esme.submit("2121", "212661000002", 0, 0, "a".getBytes(StandardCharsets.US_ASCII));
  }

  private static String text(byte[] octets) {
    return new String(octets, StandardCharsets.US_ASCII);
  }
}
