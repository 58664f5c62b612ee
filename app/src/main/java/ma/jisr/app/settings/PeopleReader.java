package ma.jisr.app.settings;

import java.time.Duration;

/** Reads {@code people}: how long a silent number is the same person's, and people are kept. */
final class PeopleReader {
  /** Shorter, and whoever is away for a season is a stranger. */
  private static final Duration LEAST = Duration.ofDays(30);

  private static final Duration MOST = Duration.ofDays(3_650);

  private PeopleReader() {}

  static PeopleSettings read(Section section) {
    PeopleSettings usual = PeopleSettings.USUAL;
    Duration silent = section.duration("silent", usual.silent(), LEAST, MOST);
    Duration keep = section.duration("keep", usual.keep(), LEAST, MOST);
    section.finish();
    return new PeopleSettings(silent, keep.compareTo(silent) < 0 ? silent : keep);
  }
}
