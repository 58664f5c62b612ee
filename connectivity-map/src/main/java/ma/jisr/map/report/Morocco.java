package ma.jisr.map.report;

import java.time.Instant;
import java.time.ZoneId;

/** Days as people in Morocco count them. */
final class Morocco {
  static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");

  private Morocco() {}

  /** Days since 1970. */
  static long day(Instant when) {
    return when.atZone(ZONE).toLocalDate().toEpochDay();
  }
}
