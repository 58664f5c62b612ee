package ma.jisr.service.notices.notice;

/** What a notice does, as CAP 1.2's {@code msgType} has it. */
public enum Kind {
  /** Says something new. */
  ALERT,
  /** Says something else than those that it refers to, to the same people. */
  UPDATE,
  /** Takes back those that it refers to, with the same people. */
  CANCEL
}
