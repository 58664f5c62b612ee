package ma.jisr.sandbox.centre;

/** Why a network's dialogue has ended early. */
public enum PromptEnd {
  /** The owner pressed the red key. */
  REFUSED,
  /** The owner dialled a code: a handset has one session. */
  DIALLED,
  /** Nothing was typed in time. */
  TIMED_OUT,
  /** The phone is gone, or the network. */
  LOST
}
