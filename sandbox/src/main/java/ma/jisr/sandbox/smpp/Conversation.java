package ma.jisr.sandbox.smpp;

import static org.jsmpp.SMPPConstant.*;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Function;
import ma.jisr.sandbox.world.Complaints;
import ma.jisr.sandbox.world.Loop;
import ma.jisr.sandbox.world.Troubles;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.Bind;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.OctetUtil;

/** The answers to what a program says on its link: binds, enquiries, messages. */
final class Conversation {
  private static final byte VERSION = 0x34;
  private static final String NAME = "sandbox";
  private final DefaultComposer composer = new DefaultComposer();
  private final Link link;
  private final Loop loop;
  private final LinkSettings settings;
  private final Troubles troubles;
  private final Complaints complaints;
  private final Function<Submit, Verdict> messages;
  private final Runnable bound;

  Conversation(
      Link link,
      Loop loop,
      LinkSettings settings,
      Troubles troubles,
      Complaints complaints,
      Function<Submit, Verdict> messages,
      Runnable bound) {
    this.link = link;
    this.loop = loop;
    this.settings = settings;
    this.troubles = troubles;
    this.complaints = complaints;
    this.messages = messages;
    this.bound = bound;
  }

  /** A stream without sense: nothing after it can be read. */
  void unreadable() {
    complaints.add("a command_length that no PDU has: the link was closed");
    link.write(composer.genericNack(STAT_ESME_RINVCMDLEN, 0));
    link.close();
  }

  void read(byte[] pdu) {
    link.heard();
    int command = OctetUtil.bytesToInt(pdu, 4);
    int status = OctetUtil.bytesToInt(pdu, 8);
    int sequence = OctetUtil.bytesToInt(pdu, 12);
    try {
      switch (command) {
        case CID_BIND_RECEIVER -> bind(pdu, command, sequence, true, false);
        case CID_BIND_TRANSMITTER -> bind(pdu, command, sequence, false, true);
        case CID_BIND_TRANSCEIVER -> bind(pdu, command, sequence, true, true);
        case CID_ENQUIRE_LINK -> link.write(composer.enquireLinkResp(sequence));
        case CID_UNBIND -> unbind(sequence);
        case CID_SUBMIT_SM -> submit(pdu, sequence);
        case CID_DELIVER_SM_RESP, CID_GENERIC_NACK -> link.answered(sequence, status);
        case CID_ENQUIRE_LINK_RESP, CID_UNBIND_RESP -> {}
        default -> unknown(command, sequence);
      }
    } catch (PDUStringException | RuntimeException malformed) {
      complaints.add("a PDU that cannot be read, command_id " + Integer.toHexString(command));
      link.write(composer.genericNack(STAT_ESME_RSYSERR, sequence));
    }
  }

  private void unknown(int command, int sequence) {
    if (command >= 0) {
      complaints.add("unknown command_id " + Integer.toHexString(command));
      link.write(composer.genericNack(STAT_ESME_RINVCMDID, sequence));
    }
  }

  private void bind(byte[] pdu, int command, int sequence, boolean receives, boolean sends)
      throws PDUStringException {
    Bind bind = new DefaultDecomposer().bind(pdu);
    int status = refusal(bind);
    if (status != 0) {
      complaints.add("a bind was refused with status " + status);
      link.write(composer.composeHeader(command | MASK_CID_RESP, status, sequence));
      return;
    }
    link.bind(receives, sends);
    link.write(
        composer.bindResp(
            command | MASK_CID_RESP,
            sequence,
            NAME,
            new OptionalParameter.Sc_interface_version(VERSION)));
    bound.run();
  }

  private int refusal(Bind bind) {
    if (link.bound()) {
      return STAT_ESME_RALYBND;
    }
    if (!same(bind.getSystemId(), settings.systemId())) {
      return STAT_ESME_RINVSYSID;
    }
    return same(bind.getPassword(), settings.password()) ? 0 : STAT_ESME_RINVPASWD;
  }

  private static boolean same(String given, String expected) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }

  private void unbind(int sequence) {
    link.write(composer.unbindResp(0, sequence));
    link.close();
  }

  private void submit(byte[] pdu, int sequence) throws PDUStringException {
    Verdict verdict = verdict(pdu);
    Runnable answer = () -> answer(verdict, sequence);
    if (troubles.responseDelay().isZero()) {
      answer.run();
    } else {
      loop.after(troubles.responseDelay(), answer);
    }
  }

  private Verdict verdict(byte[] pdu) throws PDUStringException {
    if (!link.sends()) {
      complaints.add("submit_sm on a link that is not bound as transmitter or transceiver");
      return Verdict.refused(STAT_ESME_RINVBNDSTS);
    }
    if (troubles.throttles()) {
      return Verdict.refused(STAT_ESME_RTHROTTLED);
    }
    return messages.apply(Submit.read(pdu));
  }

  private void answer(Verdict verdict, int sequence) {
    if (verdict.status() != 0) {
      link.write(composer.composeHeader(CID_SUBMIT_SM_RESP, verdict.status(), sequence));
      return;
    }
    if (troubles.receiptFirst()) {
      verdict.then().run();
      writeTaken(verdict, sequence);
    } else {
      writeTaken(verdict, sequence);
      verdict.then().run();
    }
  }

  private void writeTaken(Verdict verdict, int sequence) {
    try {
      link.write(composer.submitSmResp(sequence, verdict.messageId()));
    } catch (PDUStringException tooLong) {
      throw new IllegalStateException("our own message ids fit", tooLong);
    }
  }
}
