package ma.jisr.service.notices.notice;

/** What people are to do: CAP 1.2's {@code responseType}. */
public enum Response {
  SHELTER,
  EVACUATE,
  PREPARE,
  EXECUTE,
  AVOID,
  MONITOR,
  ASSESS,
  /** It is over. */
  ALL_CLEAR,
  NONE
}
