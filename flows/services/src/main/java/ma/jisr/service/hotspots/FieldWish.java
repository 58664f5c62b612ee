package ma.jisr.service.hotspots;

import ma.jisr.map.hotspot.Hotspot.State;

/**
 * What an agent wishes to be done, as it is kept until they have proven who they are.
 *
 * @param isNew whether a hotspot is new, or has been checked
 * @param what the id of a place, or of a hotspot
 * @param how a landmark, or a state
 */
record FieldWish(boolean isNew, String what, String how) {
  private static final String NEW = "new";

  static FieldWish check(String hotspot, State state) {
    return new FieldWish(false, hotspot, state.name());
  }

  static FieldWish fresh(String place, String landmark) {
    return new FieldWish(true, place, landmark);
  }

  String text() {
    return String.join("\n", isNew ? NEW : "check", what, how);
  }

  static FieldWish of(String text) {
    String[] lines = text.split("\n", 3);
    return new FieldWish(lines[0].equals(NEW), lines[1], lines[2]);
  }
}
