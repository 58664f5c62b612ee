package ma.jisr.map.hotspot;

import ma.jisr.map.hours.OpeningHours;

/** A hotspot on the map, with its hours read. */
record Listed(Kept kept, OpeningHours hours) {
  Hotspot hotspot() {
    return kept.hotspot();
  }

  String id() {
    return kept.hotspot().id();
  }

  String code() {
    return kept.hotspot().code();
  }
}
