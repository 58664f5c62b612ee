package ma.jisr.service.hotspots;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Script;
import ma.jisr.map.hotspot.Near;

/** Short names for one line of a list, made of parts and cut to fit. */
final class SpotWords {
  private SpotWords() {}

  /**
   * The spot's name; behind it how far, unless it lies in the very place that was asked about. The
   * name is cut, never the distance.
   */
  static LocalText label(Near.Spot spot) {
    LocalText name = spot.hotspot().name();
    if (spot.samePlace()) return each(name, (_, text) -> cut(text, HotspotOperations.LABEL));
    return each(
        name,
        (language, text) -> {
          String far = distance(spot, language);
          return cut(text, HotspotOperations.LABEL - far.length() - 1) + " " + far;
        });
  }

  /** A place's name, behind it its province, so that two of one name can be told apart. */
  static LocalText placeInProvince(LocalText place, LocalText province) {
    return each(
        place,
        (language, text) -> {
          String comma = language.script() == Script.ARABIC ? "، " : ", ";
          return cut(text + comma + province.in(language, false), HotspotOperations.LABEL);
        });
  }

  private static String distance(Near.Spot spot, Language language) {
    boolean arabic = language.script() == Script.ARABIC;
    long metres = Math.round(spot.metres());
    if (spot.exact() && metres < 1000) return metres / 10 * 10 + (arabic ? " م" : " m");
    String km = Math.max(1, Math.round(metres / 1000.0)) + (arabic ? " كم" : " km");
    return spot.exact() ? km : "~" + km;
  }

  private static LocalText each(LocalText text, BiFunction<Language, String, String> change) {
    Map<Language, String> changed = new EnumMap<>(Language.class);
    text.byLanguage().forEach((language, t) -> changed.put(language, change.apply(language, t)));
    return new LocalText(changed);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most).strip();
  }
}
