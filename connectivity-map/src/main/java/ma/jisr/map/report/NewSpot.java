package ma.jisr.map.report;

import java.util.EnumMap;
import java.util.Map;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.hotspot.Draft;
import ma.jisr.map.hotspot.Facts;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hours.Timetable;
import ma.jisr.map.place.Area;
import org.jspecify.annotations.Nullable;

/**
 * What an operator knows of a hotspot that somebody has named; what they do not say is taken from
 * what was named: a place and a landmark.
 *
 * @param name null for "Wifi" and the place's
 * @param kind of spot
 * @param access what it costs; null for what its kind mostly does
 * @param point null for the place's own, which is told as approximate
 * @param way null for the landmark as it was named
 * @param hours as in OpenStreetMap; "" when nobody knows
 */
public record NewSpot(
    @Nullable String name,
    Hotspot.Kind kind,
    Hotspot.@Nullable Access access,
    @Nullable GeoPoint point,
    @Nullable String way,
    String hours) {
  /** Nothing but what was named. */
  public static final NewSpot AS_NAMED =
      new NewSpot(null, Hotspot.Kind.OTHER, null, null, null, "");

  /** Before the name of a place, in its letters. */
  private static final Map<Language, String> WIFI =
      Map.of(Language.FR, "Wifi", Language.AR, "واي فاي");

  /**
   * @throws IllegalArgumentException naming what cannot be
   */
  Draft draft(Proposal proposal, Area place) {
    String words = way == null ? proposal.landmark() : way;
    Facts facts =
        new Facts(
            name == null ? called(place) : written(name),
            kind,
            access == null ? kind.usualAccess() : access,
            null,
            Timetable.of(hours),
            words.isBlank() ? null : written(words),
            point == null ? place.point() : point,
            point != null,
            place.id(),
            null,
            null,
            null,
            Map.of());
    return Draft.of(facts);
  }

  private static LocalText called(Area place) {
    Map<Language, String> names = new EnumMap<>(Language.class);
    WIFI.forEach(
        (language, word) -> {
          String name = place.name().byLanguage().get(language);
          if (name != null) names.put(language, word + ' ' + name);
        });
    return names.isEmpty()
        ? LocalText.same("Wifi " + place.name().in(Language.FR, true))
        : new LocalText(names);
  }

  /** In the language of its letters: whoever reads others is shown it all the same. */
  private static LocalText written(String text) {
    boolean arabic =
        text.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC);
    return new LocalText(Map.of(arabic ? Language.AR : Language.FR, text));
  }
}
