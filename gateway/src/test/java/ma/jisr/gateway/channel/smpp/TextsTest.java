package ma.jisr.gateway.channel.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import ma.jisr.base.Msisdn;
import ma.jisr.gateway.channel.Fragment;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Sent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts on the wire: codings, concatenation, receipts, numbers. */
class TextsTest {
  private static final int RESP = Peer.DELIVER | Peer.RESPONSE;

  @ParameterizedTest
  @CsvSource({
    "0, 050708, éìò", // GSM-7, one octet a character
    "0, 1b65, €",
    "1, 6f6b, ok",
    "3, e9ea, éê",
    "8, 0648064a0641064a, ويفي",
    "24, 0041, A", // UCS-2 in the general group of TS 23.038
    "240, 41, A" // flash
  })
  void codingsIn(int coding, String octets, String text) throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      line.write(
          Peer.DELIVER, 0, 1, Bodies.deliver("", Bodies.PERSON, "2121", 0, coding, octets, ""));
      assertEquals(text, rig.inbox.accepted().text());
    }
  }

  @Test
  void arabicGoesOutAsUcs2AndBinaryIsNobodysBusiness() throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      line.write(Peer.DELIVER, 0, 1, Bodies.deliver("", Bodies.PERSON, "2121", 0, 4, "0102", ""));
      assertEquals(0, line.read(RESP).status());
      assertEquals(1, rig.stats().ignoredOther());
      CompletableFuture<Sent> sent = rig.sms("ويفي");
      Peer.Pdu submit = line.read(Peer.SUBMIT);
      assertTrue(submit.hex().endsWith("01000800" + "08" + "0648064a0641064a"), submit.hex());
      line.taken(submit, "1");
      assertInstanceOf(Sent.Taken.class, Rig.outcome(sent));
    }
  }

  @Test
  void aLongTextGoesInSegmentsAndNoPairIsCut() throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      rig.awaitUp();
      // The 153rd septet would be the ESC of the euro sign.
      CompletableFuture<Sent> sent = rig.sms("a".repeat(152) + "€" + "b".repeat(20));
      Peer.Pdu one = line.read(Peer.SUBMIT);
      Peer.Pdu two = line.read(Peer.SUBMIT);
      String reference = header(one).substring(6, 8);
      assertEquals("050003" + reference + "0201", header(one));
      assertEquals("050003" + reference + "0202", header(two));
      assertTrue(two.has(reference + "0202" + "1b65" + "6262"), two.hex());
      line.taken(two, "22");
      line.taken(one, "11");
      assertEquals(new Sent.Taken(List.of("11", "22")), Rig.outcome(sent));
      assertInstanceOf(Sent.Refused.class, Rig.outcome(rig.sms("a".repeat(3000))));
    }
  }

  private static String header(Peer.Pdu submit) {
    int at = submit.hex().indexOf("050003");
    return submit.hex().substring(at, at + 12);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "8 bit, 64, 0500034d0202, 0500034d0201, '', ''",
    "16 bit, 64, 060804004d0202, 060804004d0201, '', ''",
    "sar, 0, '', '', 020c0002004d020e000102020f000102, 020c0002004d020e000102020f000101"
  })
  void partsAreGivenOnWithTheirReference(
      String kind, int esm, String udh2, String udh1, String tlv2, String tlv1) throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      line.write(Peer.DELIVER, 0, 2, part(esm, udh2 + Bodies.ascii("mizmiz"), tlv2));
      assertEquals(2, line.read(RESP).sequence());
      assertPart(rig.inbox.part(), 2, "mizmiz");
      line.write(Peer.DELIVER, 0, 4, part(esm, udh1 + Bodies.ascii("wifi a"), tlv1));
      assertEquals(4, line.read(RESP).sequence());
      assertPart(rig.inbox.part(), 1, "wifi a");
    }
  }

  private static void assertPart(Fragment part, int number, String text) {
    assertEquals(0x4d, part.reference());
    assertEquals(2, part.total());
    assertEquals(number, part.number());
    assertEquals(Bodies.PERSON, part.from().value());
    assertEquals(text, part.alphabet().decode(part.octets()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "more parts than allowed, 64, 0500034d1101, '', 1",
    "a part beyond the total, 64, 0500034d0203, '', 0",
    "part 0, 64, 0500034d0200, '', 0",
    "a total of one, 64, 0500034d0101, '', 0",
    "a header past the end, 64, ff00034d0201, '', 0",
    "an element past the header, 64, 0500ff4d0201, '', 0",
    "sar without a total, 0, '', 020c0002004d020f000102, 0",
    "sar of an odd length, 0, '', 020c00014d020e000102020f000102, 0"
  })
  void whatIsNoPart(String kind, int esm, String header, String tlvs, int status) throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      line.write(Peer.DELIVER, 0, 1, part(esm, header + Bodies.ascii("wifi"), tlvs));
      if (status == 0) {
        rig.inbox.accepted(); // stands alone
      }
      assertEquals(status, line.read(RESP).status());
      assertEquals(0, rig.stats().unanswered());
    }
  }

  @Test
  void partsInMessagePayload() throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      String octets = "0500034d0202" + Bodies.ascii("a".repeat(300));
      line.write(Peer.DELIVER, 0, 1, part(64, "", "04240132" + octets));
      assertPart(rig.inbox.part(), 2, "a".repeat(300));
    }
  }

  private static String part(int esm, String octets, String tlvs) {
    return Bodies.deliver("", Bodies.PERSON, "2121", esm, 0, octets, tlvs);
  }

  @Test
  void aDataSmIsTakenAndAnsweredAsOne() throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      String addresses = "000101" + Bodies.ascii(Bodies.PERSON) + "000001" + Bodies.ascii("2121");
      String payload = "04240004" + Bodies.ascii("wifi");
      line.write(0x103, 0, 1, addresses + "00" + "000000" + payload);
      assertEquals("wifi", rig.inbox.accepted().text());
      Peer.Pdu response = line.read(0x103 | Peer.RESPONSE);
      assertEquals(1, response.sequence());
      assertEquals("00", response.hex());
    }
  }

  @Test
  void aTextInMessagePayloadIsRead() throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      String payload = Bodies.ascii("a".repeat(300));
      line.write(Peer.DELIVER, 0, 1, part(0, "", "0424012c" + payload));
      assertEquals(300, rig.inbox.accepted().text().length());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // text | TLVs | id | state | error
        "id:0012 sub:001 dlvrd:001 stat:DELIVRD err:000 text:id:9 stat:X||12|DELIVERED|000",
        "id:77 stat:UNDELIV err:27|001e00033141000427000102|1a|DELIVERED|27",
        "Stat:REJECTD ID:ab|0423000303000f|ab|REJECTED|15",
        "id:1 stat:WHATEVER||1|UNKNOWN|''"
      })
  void receipts(String text, String tlvs, String id, Receipt.State state, String error)
      throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      String extra = tlvs == null ? "" : tlvs;
      line.write(Peer.DELIVER, 0, 1, part(4, Bodies.ascii(text), extra));
      Receipt receipt = rig.inbox.receipt();
      assertEquals(id, receipt.names().getFirst().id());
      assertEquals(state, receipt.state());
      assertEquals(error, receipt.error());
      assertEquals(0, line.read(RESP).status());
      assertTrue(rig.inbox.empty());
    }
  }

  @ParameterizedTest
  @CsvSource({
    // TLV, text, what it may mean
    "'', 000A1, WRITTEN=a1 HEX_OF_DECIMAL=161",
    "'', 0031, WRITTEN=31 DECIMAL_OF_HEX=1f HEX_OF_DECIMAL=49",
    "1F, 31, TOLD=1f WRITTEN=31 HEX_OF_DECIMAL=49",
    "31, '', TOLD=31 DECIMAL_OF_HEX=1f HEX_OF_DECIMAL=49",
    "'', not-a-number, WRITTEN=not-a-number",
    "'', 000, WRITTEN=0",
    "'', '', ''"
  })
  void ids(String told, String written, String meanings) {
    assertEquals(
        meanings,
        MessageIds.of(told, written).stream()
            .map(name -> name.form() + "=" + name.id())
            .collect(Collectors.joining(" ")));
  }

  @Test
  void aNameIsCutToWhatTheStandardAllows() {
    assertEquals(MessageIds.LONGEST, MessageIds.plain("x".repeat(60_000)).length());
  }

  @ParameterizedTest
  @CsvSource({
    "212661000001, 1, 212661000001",
    "+212661000001, 0, 212661000001",
    "00212661000001, 0, 212661000001",
    "0661000001, 0, 212661000001",
    "0761000001, 2, 212761000001",
    "33612345678, 1, 33612345678",
    "212522000001, 1, 212522000001",
    "0522000001, 0, 212522000001",
    "0801000001, 0, 212801000001",
    "2120661000001, 1, 212661000001",
    "+2126610000012345, 1, ''",
    "06610000012345, 0, ''",
    "٠٦٦١٠٠٠٠٠١, 0, ''",
    "2121, 0, ''",
    "Inwi, 5, ''",
    "INWI-PROMO, 0, ''",
    "00000000000, 0, ''"
  })
  void numbers(String address, byte ton, String digits) {
    assertEquals(
        digits, new Numbers("MA").read(address, ton).map(number -> number.digits()).orElse(""));
  }

  /** The fast path says what libphonenumber says, for every shape that it takes. */
  @Test
  void plainNumbersAreReadAsTheLibraryReadsThem() throws Exception {
    PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    Numbers numbers = new Numbers("MA");
    Random random = new Random(11);
    for (int i = 0; i < 2000; i++) {
      String national =
          (char) ('0' + random.nextInt(10)) + "%08d".formatted(random.nextInt(100_000_000));
      for (String written : List.of("0" + national, "212" + national, "+212" + national)) {
        boolean trunk = written.startsWith("0");
        if (trunk && national.startsWith("0")) {
          continue; // 00: international
        }
        var parsed = util.parse(written.startsWith("212") ? "+" + written : written, "MA");
        String expected =
            util.isPossibleNumber(parsed)
                ? util.format(parsed, PhoneNumberUtil.PhoneNumberFormat.E164).substring(1)
                : "";
        assertEquals(expected, numbers.read(written, 0).map(Msisdn::digits).orElse(""), written);
      }
    }
  }

  @Test
  void aNameIsAcknowledgedAndNeverAnswered() throws Exception {
    try (Rig rig = new Rig(link -> link);
        Peer.Line line = rig.peer.bound()) {
      String text = HexFormat.of().formatHex("promo".getBytes(StandardCharsets.US_ASCII));
      line.write(Peer.DELIVER, 0, 1, Bodies.deliver("", "INWI", "2121", 0, 0, text, ""));
      assertEquals(0, line.read(RESP).status());
      assertEquals(1, rig.stats().ignoredSenders());
      assertTrue(rig.inbox.empty());
    }
  }
}
