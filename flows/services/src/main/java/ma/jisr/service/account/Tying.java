package ma.jisr.service.account;

/** What became of a wish to tie a chat to a phone number. */
public sealed interface Tying {
  /**
   * A code is to be sent to the phone, and to nobody else.
   *
   * @param code six digits
   */
  record Asked(String code) implements Tying {
    @Override
    public String toString() {
      return "Asked[hidden]";
    }
  }

  /** The chat leads to the person of the number; what the chat had of its own is being erased. */
  record Tied() implements Tying {}

  /** A wrong code: the wish is over. */
  record Wrong() implements Tying {}

  /** Nothing is open, or not any more. */
  record Late() implements Tying {}

  /** Too many wrong codes: no more for a day. */
  record Locked() implements Tying {}

  /** Who asks has a number already, or nobody of that number may be written to. */
  record Refused() implements Tying {}
}
