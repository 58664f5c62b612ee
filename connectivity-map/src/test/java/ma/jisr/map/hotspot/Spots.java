package ma.jisr.map.hotspot;

import java.util.List;
import java.util.Map;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.LocalText;
import ma.jisr.map.hours.Timetable;

/** Hotspots for tests: one that can be bent. */
final class Spots {
  static final GeoPoint HERE = new GeoPoint(31.2, -8.2);

  private Spots() {}

  static Facts facts(GeoPoint point) {
    return new Facts(
        LocalText.same("Spot"),
        Hotspot.Kind.CAFE,
        Hotspot.Access.CUSTOMERS,
        null,
        Timetable.of("24/7"),
        LocalText.same("Near the well"),
        point,
        true,
        "al-haouz.amizmiz",
        null,
        null,
        null,
        Map.of());
  }

  static Facts named(String name) {
    Facts f = facts(HERE);
    return change(f, LocalText.same(name), f.hours(), f.place());
  }

  static Facts in(String place) {
    Facts f = facts(HERE);
    return change(f, f.name(), f.hours(), place);
  }

  static Facts open(Facts f, Timetable hours) {
    return change(f, f.name(), hours, f.place());
  }

  private static Facts change(Facts f, LocalText name, Timetable hours, String place) {
    return new Facts(
        name,
        f.kind(),
        f.access(),
        f.ssid(),
        hours,
        f.way(),
        f.point(),
        f.exact(),
        place,
        f.operator(),
        f.sponsor(),
        f.source(),
        f.tags());
  }

  static Hotspot of(String id, String code, Facts facts) {
    return new Hotspot(id, code, facts, Hotspot.State.WORKS, null, false, false);
  }

  static List<Kept> kept(List<Hotspot> hotspots) {
    return hotspots.stream().map(h -> new Kept(h, 0)).toList();
  }
}
