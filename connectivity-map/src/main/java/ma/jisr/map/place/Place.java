package ma.jisr.map.place;

import java.util.List;
import java.util.Map;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.LocalText;

/**
 * A town, commune, part of a city or village.
 *
 * @param id province and name, "al-haouz.amizmiz"; ours, and never changed once it is given
 * @param province the id of its province
 * @param commune the id of the commune in which it lies; "" when it is one, or nobody knows
 * @param level what it is
 * @param name in all languages that are known, French always
 * @param aliases other names and spellings that the key of the name does not catch ("Mogador")
 * @param point somewhere in it
 * @param approximate whether the point may be some kilometres off
 * @param population 0 when unknown; ranks results, nothing else
 * @param codes what others call it, by {@link PlaceCode}; at most one each
 */
public record Place(
    String id,
    String province,
    String commune,
    Level level,
    LocalText name,
    List<String> aliases,
    GeoPoint point,
    boolean approximate,
    long population,
    Map<PlaceCode, String> codes)
    implements Area {
  public Place {
    aliases = List.copyOf(aliases);
    codes = Map.copyOf(codes);
  }

  /** A commune without codes. */
  public Place(
      String id,
      String province,
      LocalText name,
      List<String> aliases,
      GeoPoint point,
      boolean approximate,
      long population) {
    this(id, province, "", Level.COMMUNE, name, aliases, point, approximate, population, Map.of());
  }

  /** The same in another commune, or in none. */
  Place inCommune(String other) {
    return other.equals(commune)
        ? this
        : new Place(
            id, province, other, level, name, aliases, point, approximate, population, codes);
  }
}
