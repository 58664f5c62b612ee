package ma.jisr.service.hotspots;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import ma.jisr.base.LocalText;
import ma.jisr.map.hotspot.Sector;
import ma.jisr.service.words.PhoneWords;

/**
 * The eight directions in words. Drafts: the Darija and Tachelhit await a native reader; both take
 * the Arabic words, which everybody knows from the radio's weather.
 */
final class SectorWords {
  /** Longest of them, characters. */
  static final int LONGEST = 14;

  private static final Map<Sector, LocalText> WORDS =
      new EnumMap<>(
          Map.of(
              Sector.NORTH,
              words("nord", "north", "شمال", "chamal", "chamal"),
              Sector.NORTH_EAST,
              words("nord-est", "north-east", "شمال شرق", "chamal char9", "chamal char9"),
              Sector.EAST,
              words("est", "east", "شرق", "char9", "char9"),
              Sector.SOUTH_EAST,
              words("sud-est", "south-east", "جنوب شرق", "janoub char9", "janoub char9"),
              Sector.SOUTH,
              words("sud", "south", "جنوب", "janoub", "janoub"),
              Sector.SOUTH_WEST,
              words("sud-ouest", "south-west", "جنوب غرب", "janoub gharb", "janoub gharb"),
              Sector.WEST,
              words("ouest", "west", "غرب", "gharb", "gharb"),
              Sector.NORTH_WEST,
              words("nord-ouest", "north-west", "شمال غرب", "chamal gharb", "chamal gharb")));

  private SectorWords() {}

  static LocalText of(Sector sector) {
    return Objects.requireNonNull(WORDS.get(sector));
  }

  private static LocalText words(String fr, String en, String arab, String aryLatn, String shi) {
    return PhoneWords.of(fr, en, arab, arab, aryLatn, shi);
  }
}
