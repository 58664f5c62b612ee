package ma.jisr.service.hotspots;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.hotspot.Confirmation;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hours.OpeningHours;
import ma.jisr.service.words.PhoneWords;

/**
 * Whether a hotspot works and when that was last confirmed, in a few words. Drafts: the Darija and
 * Tachelhit await a native reader.
 */
final class CheckedWords {
  /** Longest of them, characters. */
  static final int LONGEST = 20;

  /** What was confirmed longer ago says nothing. */
  private static final Duration OLD = Duration.ofDays(90);

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT);

  private static final LocalText DOUBTFUL =
      PhoneWords.of(
          "peut-être en panne",
          "may not work",
          "قد لا يعمل",
          "يقدر ما يكونش خدام",
          "y9der maykhdemch",
          "imkn ur ikhdim");
  private static final LocalText WORKED =
      PhoneWords.of(
          "marchait le %s",
          "worked on %s",
          "كان يعمل يوم %s",
          "كان خدام نهار %s",
          "kan khdam nhar %s",
          "ikhdm ass n %s");

  private CheckedWords() {}

  /** Empty when nobody has said so lately. */
  static Optional<LocalText> of(Hotspot hotspot, Instant now) {
    if (hotspot.state() == Hotspot.State.DOUBTFUL) return Optional.of(DOUBTFUL);
    Confirmation confirmed = hotspot.confirmed();
    boolean works = hotspot.state() == Hotspot.State.WORKS;
    if (!works || confirmed == null || confirmed.at().isBefore(now.minus(OLD)))
      return Optional.empty();
    String day = DAY.format(LocalDate.ofInstant(confirmed.at(), OpeningHours.ZONE));
    Map<Language, String> texts = new EnumMap<>(Language.class);
    WORKED.byLanguage().forEach((language, text) -> texts.put(language, text.replace("%s", day)));
    return Optional.of(new LocalText(texts));
  }
}
