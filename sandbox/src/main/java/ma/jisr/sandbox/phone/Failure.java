package ma.jisr.sandbox.phone;

/** What a phone says when something has not come about. */
public enum Failure {
  /** The phone is out of coverage or switched off. */
  NO_NETWORK("No network"),
  /** No program is bound, or it did not take what was sent. */
  NETWORK_PROBLEM("Network problem"),
  /** Nobody has the code that was dialled or texted. */
  UNKNOWN_CODE("Unknown code"),
  /** The time for an answer, or that of the whole session, has run out. */
  TIMED_OUT("Session closed: time is up"),
  /** The phone lost the network, and with it the session. */
  CONNECTION_LOST("Connection lost"),
  /** The owner pressed the red key. */
  CANCELLED("Cancelled"),
  /** The centre broke the session off. */
  ABORTED("Session closed by the network"),
  /** An answer, but no screen that asks for one. */
  NOTHING_ASKED("No question is open"),
  /** More typed than fits. */
  TOO_LONG("Too long");

  private final String words;

  Failure(String words) {
    this.words = words;
  }

  /** What stands on the screen. */
  public String words() {
    return words;
  }
}
