package ma.jisr.map.place;

import ma.jisr.base.GeoPoint;
import ma.jisr.base.LocalText;

/** Somewhere in the gazetteer, of any level. */
public sealed interface Area permits Region, Province, Place {
  /** Stable, ours, unique over all levels: "marrakech-safi", "al-haouz", "al-haouz.amizmiz". */
  String id();

  LocalText name();

  /** A point in it; never exact enough to tell a distance in metres from. */
  GeoPoint point();
}
