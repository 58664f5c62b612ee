package ma.jisr.sandbox;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;

/**
 * A program that answers by itself, on a thread of its own: a begin with a question, an answer with
 * the last screen, an SMS with an SMS.
 */
final class AutoEsme implements AutoCloseable {
  private final Esme esme;

  AutoEsme(int port) throws PDUStringException {
    esme = Esme.bound(port);
    Thread.ofVirtual().start(this::serve);
  }

  private void serve() {
    try {
      while (true) {
        Esme.Pdu pdu = esme.read();
        if (pdu.command() == SMPPConstant.CID_DELIVER_SM) {
          esme.answer(pdu, 0);
          reply(pdu.deliver());
        }
      }
    } catch (UncheckedIOException | PDUStringException closed) {
      // The test is over.
    }
  }

  private void reply(DeliverSm input) throws PDUStringException {
    var op = (OptionalParameter.Byte) input.getOptionalParameter(Tag.USSD_SERVICE_OP);
    String typed = new String(input.getShortMessage(), StandardCharsets.US_ASCII);
    if (op == null && !input.isSmscDeliveryReceipt()) {
      byte[] text = ("You texted: " + typed).getBytes(StandardCharsets.US_ASCII);
      esme.sendSubmit("2121", input.getSourceAddr(), 0, 0, text);
    } else if (op != null && op.getValue() == 1) {
      screen(input, 2, "Where are you?\n1 Amizmiz");
    } else if (op != null && op.getValue() == 18) {
      screen(input, 17, "You typed: " + typed);
    }
  }

  private void screen(DeliverSm input, int op, String text) throws PDUStringException {
    esme.sendSubmit(
        input.getDestAddress(),
        input.getSourceAddr(),
        0,
        0,
        text.getBytes(StandardCharsets.US_ASCII),
        new OptionalParameter.Ussd_service_op((byte) op),
        input.getOptionalParameter(Tag.ITS_SESSION_INFO));
  }

  @Override
  public void close() {
    esme.close();
  }
}
