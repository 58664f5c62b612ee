package ma.jisr.service.notices.notice;

/** How soon one must act: CAP 1.2's {@code urgency}. */
public enum Urgency {
  IMMEDIATE,
  EXPECTED,
  FUTURE,
  PAST,
  UNKNOWN
}
