package ma.jisr.service.notices.notice;

/** What sort of event it is, as CAP 1.2 has it. */
public enum Category {
  GEO,
  MET,
  SAFETY,
  SECURITY,
  RESCUE,
  FIRE,
  HEALTH,
  ENV,
  TRANSPORT,
  INFRA,
  CBRNE,
  OTHER
}
