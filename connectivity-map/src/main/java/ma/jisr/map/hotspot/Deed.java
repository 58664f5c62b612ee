package ma.jisr.map.hotspot;

/** What can be done with a hotspot that is kept. Who may do what: {@link Rights}. */
public enum Deed {
  /** Reading it as its keepers see it, retired ones too. */
  READ,
  /** Reading who changed what. */
  HISTORY,
  /** Putting a new one on the map. */
  CREATE,
  /** Changing its facts. */
  CHANGE,
  /** Saying whether it works. */
  CONFIRM,
  /** Taking it off the map. */
  RETIRE,
  /** Taking the last change back. */
  UNDO,
  /** Bringing in a file of them. */
  IMPORT,
  /** Taking them out as a file. */
  EXPORT
}
