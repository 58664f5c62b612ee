package ma.jisr.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import ma.jisr.sandbox.alphabet.Alphabet;
import ma.jisr.sandbox.phone.Phone;
import ma.jisr.sandbox.phone.TextMessage;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the short message centre carries, holds and refuses. */
class SmsTest {
  private static final String NUMBER = "212661000001";
  private static final int UDHI = 0x40;
  @TempDir Path folder;

  @Test
  void aLongMessageComesInPartsWithAHeader() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      var sent = world.phone().sms("2121", "ع".repeat(70) + "ب");
      DeliverSm one = esme.take();
      DeliverSm two = esme.take();
      assertEquals(2, Worlds.wait(sent));
      assertTrue(one.isUdhi());
      assertEquals(8, one.getDataCoding());
      assertEquals("050003000201", hex(one).substring(0, 12));
      assertEquals("050003000202", hex(two).substring(0, 12));
      assertEquals(6 + 67 * 2, one.getShortMessage().length);
      assertEquals("0628", hex(two).substring(hex(two).length() - 4));
    }
  }

  @ParameterizedTest
  @CsvSource({"050003AA02, 0", "06080400AA02, 0"})
  void partsAreJoinedWhateverTheirOrder(String header, int coding) throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      Phone phone = world.phone();
      esme.sendSubmit("2121", NUMBER, UDHI, coding, part(header + "02", "world"));
      esme.sendSubmit("2121", NUMBER, UDHI, coding, part(header + "01", "hello "));
      TextMessage whole = Worlds.wait(phone.nextSms());
      assertEquals("hello world", whole.text());
      assertEquals(2, whole.segments());
    }
  }

  @Test
  void partsAreJoinedBySarToo() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      Phone phone = world.phone();
      for (byte number = 1; number <= 2; number++) {
        esme.sendSubmit(
            "2121",
            NUMBER,
            0,
            0,
            ascii("part" + number),
            new OptionalParameter.Sar_msg_ref_num((short) 9),
            new OptionalParameter.Sar_total_segments((byte) 2),
            new OptionalParameter.Sar_segment_seqnum(number));
      }
      assertEquals("part1part2", Worlds.wait(phone.nextSms()).text());
    }
  }

  @Test
  void aPayloadIsCutByTheCentre() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      Phone phone = world.phone();
      byte[] text = ascii("a".repeat(307));
      esme.sendSubmit(
          "2121", NUMBER, 0, 0, new byte[0], new OptionalParameter.Message_payload(text));
      assertEquals(3, Worlds.wait(phone.nextSms()).segments());
    }
  }

  /** esm_class, data_coding, octets (n times), command_status. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 41, 160, 0",
    "0, 0, 41, 161, 1",
    "0, 8, 0639, 70, 0",
    "0, 8, 0639, 71, 1",
    "0, 3, E9, 160, 0",
    "0, 0, E9, 1, 1",
    "0, 4, 41, 1, 1",
    "64, 0, FF, 1, 1",
    "64, 0, 0500030200, 1, 1",
    "64, 0, 050003010203, 1, 1"
  })
  void whatFitsAndWhatDoesNot(int esmClass, int coding, String octets, int times, int status)
      throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      byte[] text = HexFormat.of().parseHex(octets.repeat(times));
      assertEquals(status, esme.submit("2121", NUMBER, esmClass, coding, text).status());
      assertEquals(status, world.sandbox.centre().complaints().size());
    }
  }

  @ParameterizedTest
  @CsvSource({"2121, 12, 11", "2121, 0661000001, 11", "9999, 212661000001, 10"})
  void addressesThatCannotBe(String from, String to, int status) throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      assertEquals(status, esme.submit(from, to, 0, 0, ascii("a")).status());
    }
  }

  @Test
  void aMessageIsHeldForAPhoneThatIsAway() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      assertEquals(0, esme.submit("2121", NUMBER, 0, 0, ascii("held")).status());
      Phone phone = world.phone();
      assertEquals("held", Worlds.wait(phone.nextSms()).text());
      assertTrue(text(esme.take()).contains("stat:DELIVRD err:000"));
    }
  }

  @Test
  void butNotForEver() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      String id = esme.submit("2121", NUMBER, 0, 0, ascii("held")).messageId();
      esme.submit("2121", NUMBER, 0, 0, ascii("a second, after which the first is surely held"));
      world.pass(24 * 3600);
      DeliverSm receipt = esme.take();
      assertTrue(text(receipt).startsWith("id:" + id + " sub:001 dlvrd:000 "));
      assertTrue(text(receipt).contains("stat:EXPIRED"));
      esme.take();
      assertEquals(List.of(), world.phone().inbox());
    }
  }

  @Test
  void keysAndPriceAreCounted() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      Phone phone = world.phone();
      var sent = phone.sms("2121", "a".repeat(161));
      esme.take();
      esme.take();
      Worlds.wait(sent);
      assertEquals("2.00", phone.account().price().toPlainString());
      assertEquals(4 + 161 + 1, phone.account().presses());
    }
  }

  @Test
  void arabicGoesAndComes() throws Exception {
    try (var world = new Worlds(folder);
        var esme = world.esme()) {
      Phone phone = world.phone();
      phone.sms("2121", "ويفي أمزميز");
      DeliverSm question = esme.take();
      assertEquals(
          "ويفي أمزميز", new String(question.getShortMessage(), StandardCharsets.UTF_16BE));
      esme.sendSubmit("2121", NUMBER, 0, 8, Alphabet.UCS2.encode("مقهى"));
      assertEquals("مقهى", Worlds.wait(phone.nextSms()).text());
    }
  }

  private static byte[] part(String header, String text) {
    return Buffer.buffer(HexFormat.of().parseHex(header)).appendBytes(ascii(text)).getBytes();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String text(DeliverSm sm) {
    return new String(sm.getShortMessage(), StandardCharsets.US_ASCII);
  }

  private static String hex(DeliverSm sm) {
    return HexFormat.of().withUpperCase().formatHex(sm.getShortMessage());
  }
}
