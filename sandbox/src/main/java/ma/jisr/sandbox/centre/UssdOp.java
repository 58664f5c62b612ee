package ma.jisr.sandbox.centre;

/** The values of ussd_service_op (SMPP 5.0, 4.8.4.64) that are spoken here. */
final class UssdOp {
  /** PSSR indication: a code was dialled. */
  static final int BEGIN = 1;

  /** USSR request: a screen that asks. */
  static final int ASK = 2;

  /** PSSR response: the last screen. */
  static final int END = 17;

  /** USSR confirm: an answer. */
  static final int ANSWER = 18;

  /** The session is gone; in the vendors' range, as the Mica gateway has it. */
  static final int ABORT = 129;

  private UssdOp() {}
}
