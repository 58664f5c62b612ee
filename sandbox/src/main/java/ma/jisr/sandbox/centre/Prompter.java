package ma.jisr.sandbox.centre;

/** Who opens USSD dialogues from the network's side (3GPP TS 22.090, network-initiated). */
@FunctionalInterface
public interface Prompter {
  /** No phone is to be reached. */
  Prompter NOBODY = (msisdn, first, dialogue) -> Result.ABSENT;

  /**
   * Shows a screen on the phone of the number. Must be called on the loop.
   *
   * @param msisdn in international digits without "+"
   */
  Result open(String msisdn, Dialogue.Page first, Dialogue dialogue);

  /** What came of it. */
  enum Result {
    /** The screen is shown. */
    SHOWN,
    /** The phone has a session open already, and one at a time. */
    BUSY,
    /** There is no such phone, or it is not reached. */
    ABSENT
  }
}
