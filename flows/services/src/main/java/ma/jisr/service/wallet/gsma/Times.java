package ma.jisr.service.wallet.gsma;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as providers write them: the API's definition says ISO 8601, its guide the HTTP
 * date of RFC 7231. Both are read; the first is written. A time without an offset is none.
 */
final class Times {
  /** Longest text looked at. Characters. */
  private static final int MAX = 64;

  /** Whatever a server says, it is asked again after an hour. */
  private static final Duration MOST = Duration.ofHours(1);

  private Times() {}

  static @Nullable Instant instant(@Nullable String text) {
    if (text == null || text.length() > MAX) return null;
    Instant iso = read(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    return iso != null ? iso : read(text, DateTimeFormatter.RFC_1123_DATE_TIME);
  }

  private static @Nullable Instant read(String text, DateTimeFormatter format) {
    try {
      return format.parse(text, Instant::from);
    } catch (DateTimeException e) {
      return null;
    }
  }

  static @Nullable LocalDate date(@Nullable String text) {
    if (text == null || text.length() > MAX) return null;
    try {
      return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Retry-After (RFC 9110, 10.2.3): seconds, or a date; at most an hour from now. */
  static @Nullable Instant after(@Nullable String header, Instant now) {
    if (header == null || header.length() > MAX) return null;
    String text = header.strip();
    Instant latest = now.plus(MOST);
    Instant said;
    try {
      said = now.plusSeconds(Math.clamp(Long.parseLong(text), 0, MOST.toSeconds()));
    } catch (NumberFormatException e) {
      said = instant(text);
    }
    return said == null || said.isBefore(latest) ? said : latest;
  }
}
