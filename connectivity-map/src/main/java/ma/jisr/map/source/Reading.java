package ma.jisr.map.source;

/** What became of reading one row. */
sealed interface Reading {
  /** It tells of a place. */
  record Told(PlaceRow row) implements Reading {}

  /** It is none of ours, or is wrong; the verdict says which. */
  record Passed(RowVerdict verdict) implements Reading {}

  static Reading aside(long line, String name, String why) {
    return new Passed(new RowVerdict(line, name, RowVerdict.Kind.ASIDE, "", why));
  }

  static Reading refused(long line, String name, String why) {
    return new Passed(new RowVerdict(line, name, RowVerdict.Kind.REFUSED, "", why));
  }
}
