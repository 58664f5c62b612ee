package ma.jisr.base;

/** What somebody is to Jisr; decides what they may do, within their {@link Territory}. */
public enum Role {
  /** Anybody with a phone: asks, reports, answers for themselves. */
  PERSON,
  /** Reads what operators see, changes nothing. */
  VIEWER,
  /** Speaks for a town hall, province or region: writes to the people of their territory. */
  OFFICIAL,
  /** A registered person in the field: says whether hotspots work, names new ones. */
  AGENT,
  /** Keeps the hotspots, places and notices of their territory. */
  OPERATOR,
  /** Keeps the accounts and everything else. */
  ADMINISTRATOR
}
