package ma.jisr.gateway.channel.smpp;

import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one make of USSD gateway marks a dialogue in SMPP: its values of ussd_service_op (0x0501,
 * SMPP 5.0 4.8.4.64) and which TLV, if any, tells sessions apart. Every session TLV is echoed
 * unchanged whatever the profile.
 */
public enum UssdProfile {
  /** its_session_info 0x1383, whose first octet is the session's number (SMPP 3.4 5.3.2.43). */
  STANDARD(Key.ITS_NUMBER, 0x81),
  /**
   * The same, and the second octet counts: sequence number in bits 7 to 1, end of session in bit 0.
   */
  STEPPING(Key.ITS_STEP, 0x81),
  /** Mica: user_message_reference 0x0204 is the session; op 129 (0x81) releases. */
  MICA(Key.REFERENCE, 0x81),
  /** Huawei: no session id at all; a dialogue is known by its number alone. */
  HUAWEI(Key.NONE, 0x81);

  private static final Set<Integer> BEGINS = Set.of(1);
  private static final Set<Integer> ANSWERS = Set.of(18);
  private static final int ASK = 2;
  private static final int END = 17;

  private final Key key;
  private final int release;

  UssdProfile(Key key, int release) {
    this.key = key;
    this.release = release;
  }

  /** What the person did. */
  enum Act {
    BEGIN,
    ANSWER,
    ABORT,
    /** USSN confirm, indications: nothing that a service needs. */
    OTHER
  }

  Act act(Deliver deliver) {
    int op = deliver.ussdOp();
    if (op == release || (key == Key.ITS_STEP && ended(deliver.sessionInfo()))) {
      return Act.ABORT;
    }
    return BEGINS.contains(op) ? Act.BEGIN : ANSWERS.contains(op) ? Act.ANSWER : Act.OTHER;
  }

  /** USSR request: a screen that asks. */
  byte ask() {
    return ASK;
  }

  /** PSSR response: a screen that ends the dialogue. */
  byte end() {
    return END;
  }

  /** The session's id on the wire, in hexadecimal; null where the gateway gave none. */
  @Nullable String session(Deliver deliver) {
    byte[] its = deliver.sessionInfo();
    byte[] reference = deliver.reference();
    return switch (key) {
      case NONE -> null;
      case REFERENCE -> reference == null ? null : HexFormat.of().formatHex(reference);
      case ITS_NUMBER, ITS_STEP ->
          its == null || its.length == 0 ? null : HexFormat.of().formatHex(its, 0, 1);
    };
  }

  /** The step's number on the wire; null where the gateway does not count. */
  @Nullable Integer step(Deliver deliver) {
    byte[] its = deliver.sessionInfo();
    return key == Key.ITS_STEP && its != null && its.length > 1 ? (its[1] & 0xff) >> 1 : null;
  }

  private static boolean ended(byte @Nullable [] its) {
    return its != null && its.length > 1 && (its[1] & 1) == 1;
  }

  private enum Key {
    NONE,
    ITS_NUMBER,
    ITS_STEP,
    REFERENCE
  }
}
