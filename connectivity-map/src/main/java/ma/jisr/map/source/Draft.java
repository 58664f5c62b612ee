package ma.jisr.map.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.GeoPoint;
import ma.jisr.map.place.Level;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.PlaceCode;
import ma.jisr.map.place.PlaceName;
import org.jspecify.annotations.Nullable;

/** One place of an import: what is known of it, and the rows that tell of it. */
final class Draft {
  /** How far two points of one commune or town may be apart, metres. */
  private static final double TOWNS_APART = 25_000;

  /** The same when their names differ a little. */
  private static final double ALIKE_APART = 15_000;

  /** How far a village may be from the commune of its name to be that commune's town. */
  private static final double VILLAGE_APART = 6_000;

  /** How far apart two villages of one name are one. */
  private static final double VILLAGES_APART = 1_000;

  private final @Nullable Place before;
  private final String province;
  private final GeoPoint point;
  private final Level level;
  private final Map<PlaceCode, String> codes = new EnumMap<>(PlaceCode.class);
  private final Set<String> keys = new HashSet<>();
  private final List<PlaceRow> rows = new ArrayList<>();
  private String id = "";

  Draft(Place before) {
    this.before = before;
    this.province = before.province();
    this.point = before.point();
    this.level = before.level();
    this.id = before.id();
    codes.putAll(before.codes());
    before.name().byLanguage().values().forEach(name -> keys.add(PlaceName.key(name)));
    before.aliases().forEach(name -> keys.add(PlaceName.key(name)));
  }

  Draft(String province, PlaceRow first) {
    this.before = null;
    this.province = province;
    this.point = first.point();
    this.level = first.level();
    add(first);
  }

  static Set<String> keys(PlaceRow row) {
    Set<String> keys = new HashSet<>();
    row.name().byLanguage().values().forEach(name -> keys.add(PlaceName.key(name)));
    row.variants().forEach(name -> keys.add(PlaceName.key(name)));
    keys.remove("");
    return keys;
  }

  void add(PlaceRow row) {
    rows.add(row);
    codes.putAll(row.codes());
    keys.addAll(keys(row));
  }

  /** Whether the row may be this place, as far as codes and distance tell. */
  boolean suits(PlaceRow row, boolean sameName) {
    for (Map.Entry<PlaceCode, String> code : row.codes().entrySet()) {
      String known = codes.get(code.getKey());
      if (known != null && !known.equals(code.getValue())) return false;
    }
    boolean part = level == Level.ARRONDISSEMENT;
    if (part != (row.level() == Level.ARRONDISSEMENT) && level.isTown() && row.level().isTown())
      return false;
    return point.metresTo(row.point()) <= apart(row.level(), sameName);
  }

  private double apart(Level other, boolean sameName) {
    if (level.isTown() && other.isTown()) return sameName ? TOWNS_APART : ALIKE_APART;
    if (!sameName) return 0;
    return level.isTown() || other.isTown() ? VILLAGE_APART : VILLAGES_APART;
  }

  double metresTo(PlaceRow row) {
    return point.metresTo(row.point());
  }

  void id(String given) {
    id = given;
  }

  String id() {
    return id;
  }

  @Nullable Place before() {
    return before;
  }

  String province() {
    return province;
  }

  GeoPoint point() {
    return point;
  }

  Level level() {
    return level;
  }

  Map<PlaceCode, String> codes() {
    return codes;
  }

  Set<String> keys() {
    return keys;
  }

  List<PlaceRow> rows() {
    return rows;
  }
}
