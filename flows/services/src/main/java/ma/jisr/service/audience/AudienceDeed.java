package ma.jisr.service.audience;

/** What may be done with who hears notices. */
public enum AudienceDeed {
  /** See how many there are. */
  COUNT,
  /** Make groups, put people into them and take them out. */
  GROUP,
  /** Register relays, and see who has announced what. */
  RELAY,
  /** Enlist people who stand beside one and type the code from their phone. */
  ENROL
}
