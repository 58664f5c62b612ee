package ma.jisr.map.place;

import ma.jisr.base.GeoPoint;
import ma.jisr.base.LocalText;

/**
 * One of the 75 provinces and prefectures.
 *
 * @param id "al-haouz"
 * @param iso as the boundary file writes it, "MA-HAO"
 * @param hcp its code in the nomenclature of the Haut-Commissariat au Plan, "07.041"; "" when it is
 *     not known
 * @param region the id of its region
 * @param name in all languages that are known
 * @param point the centre of its largest polygon
 */
public record Province(
    String id, String iso, String hcp, String region, LocalText name, GeoPoint point)
    implements Area {
  /** One whose code is not known. */
  public Province(String id, String iso, String region, LocalText name, GeoPoint point) {
    this(id, iso, "", region, name, point);
  }
}
