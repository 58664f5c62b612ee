package ma.jisr.service.notices.area;

import ma.jisr.base.GeoPoint;

/** A part of the map that somebody has drawn. */
public sealed interface Shape permits Polygon, Circle {
  /** Metres to a point outside; 0 for one within. */
  double metresTo(GeoPoint point);

  /** As the Common Alerting Protocol writes it (CAP 1.2, 3.2.4): latitude first. */
  String text();
}
