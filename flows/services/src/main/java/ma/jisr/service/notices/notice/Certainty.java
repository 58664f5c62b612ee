package ma.jisr.service.notices.notice;

/** How sure it is, as CAP 1.2 has it. */
public enum Certainty {
  OBSERVED,
  LIKELY,
  POSSIBLE,
  UNLIKELY,
  UNKNOWN
}
