package ma.jisr.map.place;

import ma.jisr.base.GeoPoint;
import ma.jisr.base.LocalText;

/**
 * One of the twelve regions.
 *
 * @param id "marrakech-safi"
 * @param iso 3166-2, "MA-07"
 * @param name in all languages that are known
 * @param point the centre of its largest polygon
 */
public record Region(String id, String iso, LocalText name, GeoPoint point) implements Area {}
