package ma.jisr.service.notices.cap;

/** Whether an alert is what its source signed. */
public enum Seal {
  /** It is not signed. */
  NONE,
  /** Its source has signed all of it. */
  GOOD,
  /** It is signed, by somebody else, over something else, or in a way that we do not take. */
  BAD
}
