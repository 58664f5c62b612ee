package ma.jisr.sandbox;

import static org.jsmpp.SMPPConstant.*;

import io.vertx.core.buffer.Buffer;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.OctetUtil;

/** A program on the other side of the link, scripted: blocking, one PDU after the other. */
final class Esme implements AutoCloseable {
  private static final int PATIENCE_MS = 10_000;
  private final DefaultComposer composer = new DefaultComposer();
  private final Socket socket;
  private final DataInputStream in;
  private int sequence = 100;

  /** A PDU as it was read. */
  record Pdu(int command, int status, int sequence, Buffer octets) {
    DeliverSm deliver() throws PDUStringException {
      return new DefaultDecomposer().deliverSm(octets.getBytes());
    }

    String messageId() throws PDUStringException {
      return new DefaultDecomposer().submitSmResp(octets.getBytes()).getMessageId();
    }
  }

  Esme(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(PATIENCE_MS);
      in = new DataInputStream(socket.getInputStream());
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  /** A transceiver's bind that is accepted. */
  static Esme bound(int port) throws PDUStringException {
    var esme = new Esme(port);
    Pdu answer = esme.bind(CID_BIND_TRANSCEIVER, Worlds.SYSTEM, Worlds.PASSWORD);
    if (answer.status() != 0) {
      throw new IllegalStateException("bind refused: " + answer.status());
    }
    return esme;
  }

  Pdu bind(int command, String system, String password) throws PDUStringException {
    byte zero = 0;
    send(composer.bind(command, next(), system, password, "", (byte) 0x34, zero, zero, null));
    return read();
  }

  void send(byte[] pdu) {
    try {
      socket.getOutputStream().write(pdu);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The next PDU; the centre's enquiries are answered on the way. */
  Pdu read() {
    Pdu pdu = raw();
    while (pdu.command() == CID_ENQUIRE_LINK) {
      send(composer.enquireLinkResp(pdu.sequence()));
      pdu = raw();
    }
    return pdu;
  }

  /** The next PDU, whatever it is. */
  Pdu raw() {
    try {
      int length = in.readInt();
      byte[] rest = in.readNBytes(length - 4);
      var all = Buffer.buffer().appendInt(length).appendBytes(rest);
      byte[] pdu = all.getBytes();
      return new Pdu(
          OctetUtil.bytesToInt(pdu, 4),
          OctetUtil.bytesToInt(pdu, 8),
          OctetUtil.bytesToInt(pdu, 12),
          all);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The next deliver_sm, without answering it. */
  Pdu delivered() {
    Pdu pdu = read();
    if (pdu.command() != CID_DELIVER_SM) {
      throw new IllegalStateException("not a deliver_sm: " + Integer.toHexString(pdu.command()));
    }
    return pdu;
  }

  /** The next deliver_sm, answered with success. */
  DeliverSm take() throws PDUStringException {
    Pdu pdu = delivered();
    answer(pdu, 0);
    return pdu.deliver();
  }

  /** Waits until the centre has read all that was sent: an enquiry there and back. */
  void settle() {
    send(composer.enquireLink(next()));
    Pdu pdu = read();
    if (pdu.command() != CID_ENQUIRE_LINK_RESP) {
      throw new IllegalStateException("not the answer: " + Integer.toHexString(pdu.command()));
    }
  }

  void answer(Pdu pdu, int status) {
    send(composer.deliverSmResp(status, pdu.sequence(), ""));
  }

  /** Shows a screen in the session of the input; the response's PDU. */
  Pdu screen(DeliverSm input, int op, String text) throws PDUStringException {
    return screen(input, op, 0, text.getBytes(StandardCharsets.US_ASCII));
  }

  Pdu screen(DeliverSm input, int op, int coding, byte[] text) throws PDUStringException {
    return submit(
        input.getDestAddress(),
        input.getSourceAddr(),
        0,
        coding,
        text,
        new OptionalParameter.Ussd_service_op((byte) op),
        input.getOptionalParameter(Tag.ITS_SESSION_INFO));
  }

  Pdu submit(
      String from, String to, int esmClass, int coding, byte[] text, OptionalParameter... tlvs)
      throws PDUStringException {
    sendSubmit(from, to, esmClass, coding, text, tlvs);
    return read();
  }

  void sendSubmit(
      String from, String to, int esmClass, int coding, byte[] text, OptionalParameter... tlvs)
      throws PDUStringException {
    byte zero = 0;
    byte one = 1;
    send(
        composer.submitSm(
            next(),
            "",
            zero,
            one,
            from,
            one,
            one,
            to,
            (byte) esmClass,
            zero,
            zero,
            null,
            null,
            one,
            zero,
            (byte) coding,
            zero,
            text,
            tlvs));
  }

  int next() {
    return sequence++;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
