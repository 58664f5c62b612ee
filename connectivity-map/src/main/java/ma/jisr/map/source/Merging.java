package ma.jisr.map.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.place.Level;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.PlaceName;
import org.jspecify.annotations.Nullable;

/**
 * What a place is once its rows are believed: the operator's own file before what is known, what is
 * known before everybody else. The same rows again change nothing.
 */
final class Merging {
  private static final Comparator<PlaceRow> BEST_FIRST =
      Comparator.comparing((PlaceRow row) -> !row.ours())
          .thenComparing(PlaceRow::level)
          .thenComparingLong(PlaceRow::line);

  private final Draft draft;
  private final @Nullable Place before;
  private final List<PlaceRow> rows;
  private final PlaceRow best;

  private Merging(Draft draft) {
    this.draft = draft;
    this.before = draft.before();
    this.rows = draft.rows().stream().sorted(BEST_FIRST).toList();
    this.best = rows.getFirst();
  }

  /**
   * The place of a draft with one row at least.
   *
   * @param commune the id of the commune in which it lies; "" when nobody knows
   */
  static Place of(Draft draft, String commune) {
    return new Merging(draft).place(commune);
  }

  private Place place(String commune) {
    Level level = level();
    LocalText name = name();
    PlaceRow there = point();
    return new Place(
        draft.id(),
        draft.province(),
        level.isCommune() ? "" : commune,
        level,
        name,
        aliases(name),
        keepsPoint(there) ? known().point() : there.point(),
        keepsPoint(there) ? known().approximate() : there.approximate(),
        population(),
        draft.codes());
  }

  private Place known() {
    return Objects.requireNonNull(before);
  }

  private Level level() {
    Level said = best.level();
    if (!best.ours())
      for (PlaceRow row : rows) if (row.level().compareTo(said) < 0) said = row.level();
    if (before == null) return said;
    boolean stays = before.level() == Level.SEAT && said.isTown();
    boolean higher = !best.ours() && before.level().compareTo(said) < 0;
    return stays || higher ? before.level() : said;
  }

  private LocalText name() {
    Map<Language, String> names = new EnumMap<>(Language.class);
    if (before != null) names.putAll(before.name().byLanguage());
    for (PlaceRow row : rows) {
      // The first of the operator's own rows speaks; the others fill what nobody has said.
      boolean speaks = row.equals(best) && row.ours();
      row.name()
          .byLanguage()
          .forEach(
              (language, text) -> {
                boolean unsure = language == Language.AR && row.doubtful();
                if (speaks && !unsure) names.put(language, text);
                else names.putIfAbsent(language, text);
              });
    }
    return new LocalText(names);
  }

  private List<String> aliases(LocalText name) {
    Set<String> sounds = new HashSet<>();
    name.byLanguage().values().forEach(text -> sounds.add(PlaceName.key(text)));
    Collection<String> said = new LinkedHashSet<>();
    if (before != null) {
      said.addAll(before.aliases());
      said.addAll(before.name().byLanguage().values());
    }
    for (PlaceRow row : rows) {
      said.addAll(row.name().byLanguage().values());
      said.addAll(row.variants());
    }
    List<String> aliases = new ArrayList<>();
    for (String alias : said) {
      boolean old = before != null && before.aliases().contains(alias);
      if ((old || aliases.size() < NameCell.MOST_VARIANTS)
          && !name.byLanguage().containsValue(alias)
          && (sounds.add(PlaceName.key(alias)) || old)) aliases.add(alias);
    }
    return aliases;
  }

  /** The row whose point is the best: an exact one before an approximate one. */
  private PlaceRow point() {
    return rows.stream().filter(row -> !row.approximate()).findFirst().orElse(best);
  }

  private boolean keepsPoint(PlaceRow there) {
    if (before == null) return false;
    if (there.approximate()) return !before.approximate() || !there.ours();
    return !before.approximate() && !there.ours();
  }

  private long population() {
    for (PlaceRow row : rows) if (row.ours() && row.population() > 0) return row.population();
    if (before != null && before.population() > 0) return before.population();
    return rows.stream().mapToLong(PlaceRow::population).max().orElse(0);
  }
}
