package ma.jisr.service.notices.notice;

/** How bad it is, as CAP 1.2 has it. */
public enum Severity {
  EXTREME,
  SEVERE,
  MODERATE,
  MINOR,
  UNKNOWN
}
