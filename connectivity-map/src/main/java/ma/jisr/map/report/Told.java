package ma.jisr.map.report;

/** What became of a voice. Whoever is not believed is answered like everybody else. */
public enum Told {
  /** It has been noted. */
  NOTED,
  /** They have said the same of it today: nothing changed. */
  AGAIN,
  /** They had said something else of it: this counts now. */
  CHANGED,
  /** They have spoken of enough hotspots today. */
  ENOUGH
}
