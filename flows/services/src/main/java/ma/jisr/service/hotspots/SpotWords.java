package ma.jisr.service.hotspots;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Script;
import ma.jisr.map.hotspot.HotspotTable;
import ma.jisr.map.hotspot.Near;

/** Short names for one line of a list, made of parts and cut to fit. */
public final class SpotWords {
  private SpotWords() {}

  /**
   * The spot's name; behind it how far, unless it lies in the very place that was asked about. The
   * name is cut, never the distance.
   */
  static LocalText label(Near.Spot spot) {
    LocalText name = spot.hotspot().name();
    if (spot.samePlace()) return each(name, (language, text) -> cut(text, most(language)));
    return each(
        name,
        (language, text) -> {
          String far = distance(spot, language);
          return cut(text, HotspotOperations.LABEL - far.length() - 1) + " " + far;
        });
  }

  /** A spot's name as sentences hold it. */
  static LocalText name(LocalText name) {
    return bounded(name, HotspotOperations.LABEL);
  }

  /**
   * A text as sentences hold it, cut at a word.
   *
   * @param most characters in each language
   */
  public static LocalText bounded(LocalText text, int most) {
    return each(text, (language, words) -> cut(words, most));
  }

  /** A way as sentences hold it. */
  static LocalText way(LocalText way) {
    return bounded(way, HotspotTable.MAX_WAY);
  }

  /**
   * A place's name, behind it its province, so that two of one name can be told apart; the capital
   * of a province of its own name needs none.
   */
  static LocalText placeInProvince(LocalText place, LocalText province) {
    return each(
        place,
        (language, text) -> {
          String around = province.in(language, false);
          if (around.equals(text)) return cut(text, HotspotOperations.LABEL);
          String comma = language.script() == Script.ARABIC ? "، " : ", ";
          return cut(text + comma + around, HotspotOperations.LABEL);
        });
  }

  /** Three of a list fit one screen or segment: one Arabic letter makes all of it UCS-2. */
  private static int most(Language language) {
    return language.script() == Script.ARABIC
        ? HotspotOperations.LABEL_ARABIC
        : HotspotOperations.LABEL;
  }

  private static String distance(Near.Spot spot, Language language) {
    boolean arabic = language.script() == Script.ARABIC;
    long metres = metres(spot);
    if (spot.exact() && metres < 1000) return metres + (arabic ? " م" : " m");
    String km = Math.max(1, Math.round(metres / 1000.0)) + (arabic ? " كم" : " km");
    if (spot.exact()) return km;
    // A sign before a number changes sides in a line of Arabic.
    return arabic ? "نحو " + km : "~" + km;
  }

  /** How far, metres; tens of them, as good as phones know. */
  static long metres(Near.Spot spot) {
    return Math.round(spot.metres() / 10) * 10;
  }

  private static LocalText each(LocalText text, BiFunction<Language, String, String> change) {
    Map<Language, String> changed = new EnumMap<>(Language.class);
    text.byLanguage().forEach((language, t) -> changed.put(language, change.apply(language, t)));
    return new LocalText(changed);
  }

  /** What is in brackets goes first, then whole words, then letters of the only word. */
  public static String cut(String text, int most) {
    if (text.length() <= most) return text;
    int bracket = text.indexOf(" (");
    if (bracket > 0) return cut(text.substring(0, bracket), most);
    int space = text.lastIndexOf(' ', most);
    return bare(text, space > most / 2 ? space : most);
  }

  /** The beginning of a text without blanks and commas at its end. */
  private static String bare(String text, int end) {
    int to = end;
    while (to > 0 && " \t\n\u000B\f\r,،".indexOf(text.charAt(to - 1)) >= 0) to--;
    return text.substring(0, to);
  }
}
