package ma.jisr.map.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.text.PhoneticDistance;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Level;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.PlaceCode;
import ma.jisr.map.place.PlaceName;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are which place: those of one code; then, within a province, those of one name that
 * lie near each other and have no two codes of one kind. Higher levels choose first, the nearest
 * pair before all others; so that the result depends on the file and on what is known, not on the
 * order of rows.
 */
final class Matching {
  /** How much the names of one town may differ in sound, as a share of the longer key. */
  private static final double ALIKE = 0.13;

  private static final Comparator<Located> IN_ORDER =
      Comparator.comparing(Located::slug)
          .thenComparing(Comparator.comparingLong((Located l) -> l.row().population()).reversed())
          .thenComparing(Located::codes)
          .thenComparingLong(l -> l.row().line());

  private final Set<Draft> drafts = new LinkedHashSet<>();
  private final Map<String, Draft> byCode = new HashMap<>();
  private final Map<String, List<Draft>> byName = new HashMap<>();
  private final Map<String, List<Draft>> towns = new HashMap<>();

  /** A row that may be a place. */
  private record Pair(Located row, Draft draft, boolean sameName, double metres) {}

  /**
   * A row where it lies.
   *
   * @param province the id of its province
   * @param slug of its name
   * @param codes in words, for the order
   */
  record Located(PlaceRow row, String province, String slug, String codes) {
    Located(PlaceRow row, String province) {
      this(
          row,
          province,
          Slug.of(row.name()),
          row.codes().values().stream().sorted().toList().toString());
    }
  }

  Matching(Gazetteer known) {
    for (Area area : known.areas()) if (area instanceof Place place) add(new Draft(place));
  }

  /** Puts the rows to their places; new ones are made for the rest. Once. */
  void take(Collection<Located> rows) {
    List<Located> rest = new ArrayList<>();
    for (Located row : rows) if (!byCode(row)) rest.add(row);
    for (Level level : Level.values())
      takeLevel(rest.stream().filter(l -> l.row().level() == level).toList());
  }

  /** The known and the new ones. */
  Collection<Draft> drafts() {
    return drafts;
  }

  /** The place of a code; null when no place has it. */
  @Nullable Draft coded(PlaceCode kind, String code) {
    return byCode.get(kind + code);
  }

  private boolean byCode(Located located) {
    for (PlaceCode kind : PlaceCode.values()) {
      String code = located.row().codes().get(kind);
      Draft draft = code == null ? null : byCode.get(kind + code);
      if (draft == null) continue;
      join(draft, located.row());
      return true;
    }
    return false;
  }

  private void takeLevel(List<Located> rows) {
    List<Pair> pairs = new ArrayList<>();
    for (Located row : rows) pairs(row, pairs);
    pairs.sort(
        Comparator.comparing((Pair pair) -> !pair.sameName())
            .thenComparingDouble(Pair::metres)
            .thenComparing(Pair::row, IN_ORDER)
            .thenComparing(pair -> pair.draft().id()));
    Set<Located> taken = new HashSet<>();
    for (Pair pair : pairs)
      if (!taken.contains(pair.row()) && pair.draft().suits(pair.row().row(), pair.sameName())) {
        taken.add(pair.row());
        join(pair.draft(), pair.row().row());
      }
    rows.stream().filter(row -> !taken.contains(row)).sorted(IN_ORDER).forEach(this::begin);
  }

  /** A new place, unless one that has just been begun is the same. */
  private void begin(Located located) {
    List<Pair> pairs = new ArrayList<>();
    pairs(located, pairs);
    pairs.stream()
        .filter(pair -> pair.sameName() && pair.draft().before() == null)
        .min(Comparator.comparingDouble(Pair::metres))
        .ifPresentOrElse(
            pair -> join(pair.draft(), located.row()),
            () -> add(new Draft(located.province(), located.row())));
  }

  private void pairs(Located located, List<Pair> pairs) {
    PlaceRow row = located.row();
    Set<Draft> same = new LinkedHashSet<>();
    for (String key : Draft.keys(row))
      same.addAll(byName.getOrDefault(located.province() + ' ' + key, List.of()));
    for (Draft draft : same)
      if (draft.suits(row, true)) pairs.add(new Pair(located, draft, true, draft.metresTo(row)));
    if (!row.level().isTown()) return;
    for (Draft draft : towns.getOrDefault(located.province(), List.of()))
      if (!same.contains(draft) && draft.suits(row, false) && soundsAlike(row, draft))
        pairs.add(new Pair(located, draft, false, draft.metresTo(row)));
  }

  private static boolean soundsAlike(PlaceRow row, Draft draft) {
    String name = PlaceName.key(Slug.french(row.name()));
    for (String key : draft.keys()) {
      double bound = ALIKE * Math.max(key.length(), name.length());
      if (PhoneticDistance.between(name, key, bound) <= bound) return true;
    }
    return false;
  }

  private void add(Draft draft) {
    drafts.add(draft);
    if (draft.level().isTown())
      towns.computeIfAbsent(draft.province(), _ -> new ArrayList<>()).add(draft);
    known(draft);
  }

  private void join(Draft draft, PlaceRow row) {
    draft.add(row);
    known(draft);
  }

  private void known(Draft draft) {
    draft.codes().forEach((kind, code) -> byCode.put(kind + code, draft));
    for (String key : draft.keys()) {
      List<Draft> named =
          byName.computeIfAbsent(draft.province() + ' ' + key, _ -> new ArrayList<>());
      if (!named.contains(draft)) named.add(draft);
    }
  }
}
