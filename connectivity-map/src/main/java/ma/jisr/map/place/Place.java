package ma.jisr.map.place;

import java.util.List;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.LocalText;

/**
 * A town, commune or village.
 *
 * @param id province and name, "al-haouz.amizmiz"
 * @param province the id of its province
 * @param name in all languages that are known, French always
 * @param aliases other names and spellings that the key of the name does not catch ("Mogador")
 * @param point somewhere in it
 * @param approximate whether the point was written from memory, to about 3 km
 * @param population 0 when unknown; ranks results, nothing else
 */
public record Place(
    String id,
    String province,
    LocalText name,
    List<String> aliases,
    GeoPoint point,
    boolean approximate,
    long population)
    implements Area {
  public Place {
    aliases = List.copyOf(aliases);
  }
}
