package ma.jisr.map.source;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.jisr.map.index.KdTree;
import ma.jisr.map.index.Neighbour;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.PlaceCode;

/**
 * What a file would change in a gazetteer, row by row. Nothing is changed by it: it is the dry run,
 * and what an import then writes. Depends on nothing but the file and the gazetteer.
 *
 * @param verdicts one a row, in the order of the file
 * @param places new or changed, as they would be, in the order of their ids
 */
public record PlaceImport(List<RowVerdict> verdicts, List<Place> places) {
  /** How far from the middle of a commune its villages are, metres. */
  private static final double COMMUNE_REACH = 40_000;

  public PlaceImport {
    verdicts = List.copyOf(verdicts);
    places = List.copyOf(places);
  }

  /**
   * Reads a file and compares it with what is known.
   *
   * @param name of the file, for problems
   * @param text closed at the end
   * @param format empty to look
   * @throws ma.jisr.map.table.BadTableException when it cannot be read at all
   */
  public static PlaceImport of(
      String name, Reader text, Optional<PlaceFormat> format, Gazetteer known) {
    return new Work(known).run(PlaceFormat.read(name, text, format));
  }

  /** How many rows have this verdict. */
  public int count(RowVerdict.Kind kind) {
    return (int) verdicts.stream().filter(verdict -> verdict.kind() == kind).count();
  }

  /** The gazetteer as it would be. */
  public Gazetteer onto(Gazetteer known) {
    return known.with(places);
  }

  /** One comparison. */
  private static final class Work {
    private final Gazetteer known;
    private final Matching matching;
    private final List<RowVerdict> verdicts = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    Work(Gazetteer known) {
      this.known = known;
      this.matching = new Matching(known);
    }

    PlaceImport run(List<Reading> readings) {
      matching.take(located(readings));
      List<Draft> told = matching.drafts().stream().filter(d -> !d.rows().isEmpty()).toList();
      name(told);
      KdTree<Draft> communes =
          KdTree.of(
              matching.drafts().stream().filter(draft -> draft.level().isCommune()).toList(),
              Draft::point);
      for (Draft draft : told) judge(draft, Merging.of(draft, commune(draft, communes)));
      verdicts.sort(Comparator.comparingLong(RowVerdict::line));
      places.sort(Comparator.comparing(Place::id));
      return new PlaceImport(verdicts, places);
    }

    private List<Matching.Located> located(List<Reading> readings) {
      ProvinceFinder provinces = new ProvinceFinder(known, Boundaries.bundled());
      List<Matching.Located> rows = new ArrayList<>();
      for (Reading reading : readings) {
        switch (reading) {
          case Reading.Passed(RowVerdict verdict) -> verdicts.add(verdict);
          case Reading.Told(PlaceRow row) ->
              provinces
                  .of(row)
                  .ifPresentOrElse(
                      province -> rows.add(new Matching.Located(row, province)),
                      () -> verdicts.add(outside(row)));
        }
      }
      return rows;
    }

    private static RowVerdict outside(PlaceRow row) {
      return new RowVerdict(
          row.line(),
          Slug.french(row.name()),
          RowVerdict.Kind.REFUSED,
          "",
          "it lies in no province of the country");
    }

    private void name(List<Draft> told) {
      Set<String> taken = new HashSet<>();
      for (Area area : known.areas()) taken.add(area.id());
      PlaceIds ids = new PlaceIds(taken);
      for (Draft draft : told) if (draft.before() == null) draft.id(ids.give(draft));
    }

    private String commune(Draft draft, KdTree<Draft> communes) {
      for (PlaceRow row : draft.rows()) {
        Draft named = matching.coded(PlaceCode.HCP, row.commune());
        if (named != null && named != draft && named.level().isCommune()) return named.id();
      }
      if (draft.before() != null && !draft.before().commune().isEmpty())
        return draft.before().commune();
      List<Neighbour<Draft>> near =
          communes.nearest(
              draft.point(),
              1,
              COMMUNE_REACH,
              other -> other != draft && other.province().equals(draft.province()));
      return near.isEmpty() ? "" : near.getFirst().item().id();
    }

    private void judge(Draft draft, Place after) {
      Place before = draft.before();
      boolean same = after.equals(before);
      if (!same) places.add(after);
      RowVerdict.Kind kind =
          before == null
              ? RowVerdict.Kind.ADDED
              : same ? RowVerdict.Kind.SAME : RowVerdict.Kind.CHANGED;
      String why = before == null || same ? "" : Difference.of(before, after);
      boolean first = true;
      for (PlaceRow row : draft.rows()) {
        String told = first ? why : "the same place as line " + draft.rows().getFirst().line();
        verdicts.add(
            new RowVerdict(
                row.line(),
                Slug.french(row.name()),
                first || before != null ? kind : RowVerdict.Kind.SAME,
                after.id(),
                told));
        first = false;
      }
    }
  }
}
