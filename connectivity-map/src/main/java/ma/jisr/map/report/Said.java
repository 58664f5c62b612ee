package ma.jisr.map.report;

/** What somebody says of a hotspot that the map knows. */
public enum Said {
  /** It is there and does not work. */
  BROKEN,
  /** It works. */
  WORKS,
  /** It is not where the map says. */
  MOVED;

  /** Whether it speaks against the hotspot. */
  boolean doubts() {
    return this != WORKS;
  }
}
