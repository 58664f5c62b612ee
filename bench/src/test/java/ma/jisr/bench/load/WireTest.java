package ma.jisr.bench.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The generator's octets beside jSMPP's, which were written by somebody else. */
class WireTest {
  private static final long NUMBER = 212_600_000_042L;

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "plain, 0, '', 0, 1, hello",
    "8-bit reference, 64, 050003070302, 0, 3, hello",
    "16-bit reference, 64, 06080400070302, 0, 3, hello",
    "header alone, 64, 050003070302, 0, 3, ''",
    "another element, 64, 0401020304, 0, 1, hello",
    "cut header, 64, ff, 0, 1, ''",
    "a screen that asks, 0, '', 2, 1, hello",
    "a screen that ends, 0, '', 17, 1, hello"
  })
  void aSubmitIsReadAsItWasComposed(
      String name, int esmClass, String header, byte op, int parts, String text)
      throws PDUStringException {
    byte[] octets = join(HexFormat.of().parseHex(header), text);
    OptionalParameter[] tlvs =
        op == 0
            ? new OptionalParameter[0]
            : new OptionalParameter[] {new OptionalParameter.Byte((short) Wire.USSD_OP, op)};
    byte[] pdu =
        new DefaultComposer()
            .submitSm(
                7,
                "USSD",
                (byte) 3,
                (byte) 0,
                "4141",
                (byte) 1,
                (byte) 1,
                "+" + NUMBER,
                (byte) esmClass,
                (byte) 0,
                (byte) 0,
                null,
                null,
                (byte) 0,
                (byte) 0,
                (byte) 0,
                (byte) 0,
                octets,
                tlvs);
    ByteBuffer buffer = ByteBuffer.allocate(pdu.length + 10).position(10).put(pdu);
    Submit submit = new Submit();
    submit.read(buffer, 10, 10 + pdu.length);
    assertEquals(NUMBER, submit.destination());
    assertEquals(parts, submit.parts());
    assertEquals(op, submit.ussdOp());
    assertEquals(text, submit.text());
  }

  @Test
  void aDeliverIsWhatJsmppReads() throws PDUStringException {
    ByteBuffer out = ByteBuffer.allocate(200);
    byte[] answer = "3".getBytes(StandardCharsets.ISO_8859_1);
    new Deliver("*585#").ussd(out, 9, NUMBER, answer, Wire.ANSWERED, 5);
    DeliverSm deliver = new DefaultDecomposer().deliverSm(written(out));
    assertEquals(9, deliver.getSequenceNumber());
    assertEquals("USSD", deliver.getServiceType());
    assertEquals(Long.toString(NUMBER), deliver.getSourceAddr());
    assertEquals("*585#", deliver.getDestAddress());
    assertArrayEquals(answer, deliver.getShortMessage());
    assertEquals(2, deliver.getOptionalParameters().length);
  }

  @Test
  void anSmsHasNoServiceOperation() throws PDUStringException {
    ByteBuffer out = ByteBuffer.allocate(200);
    byte[] words = "wifi amizmiz".getBytes(StandardCharsets.ISO_8859_1);
    new Deliver("4141").sms(out, 1, NUMBER, words);
    DeliverSm deliver = new DefaultDecomposer().deliverSm(written(out));
    assertEquals(null, deliver.getServiceType());
    assertEquals(0, deliver.getEsmClass());
    assertArrayEquals(words, deliver.getShortMessage());
  }

  private static byte[] written(ByteBuffer out) {
    byte[] pdu = new byte[out.position()];
    out.flip().get(pdu);
    assertEquals(pdu.length, ByteBuffer.wrap(pdu).getInt());
    return pdu;
  }

  private static byte[] join(byte[] header, String text) {
    byte[] words = text.getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(header.length + words.length).put(header).put(words).array();
  }
}
