package ma.jisr.map.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import ma.jisr.store.Document;
import ma.jisr.store.Query;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Who reads the demand. Every number comes from days, places and wishes of {@link #LEAST} people or
 * more: a smaller group is in no number at all, so that none can be found by taking one answer from
 * another.
 */
public final class DemandBook {
  /** Fewer different people are not shown: the quarter would know who they are. */
  public static final int LEAST = 5;

  /** Longest period of one answer, days: two years' summers are {@link Demand#KEEP} apart. */
  public static final int MOST_DAYS = 400;

  private static final int PAGE = 500;

  private final Store store;

  public DemandBook(Store store) {
    this.store = store;
  }

  /**
   * The demand of a period, most people first; of each place and wish first all hours together,
   * then those hours that had enough.
   *
   * @param from first day, in Morocco
   * @param to last day; at most {@link #MOST_DAYS} with the first
   * @param mine which areas, by id, the reader may see
   */
  public CompletableFuture<List<DemandRow>> read(
      LocalDate from, LocalDate to, Predicate<String> mine) {
    if (to.isBefore(from) || to.toEpochDay() - from.toEpochDay() >= MOST_DAYS)
      return CompletableFuture.failedFuture(
          new IllegalArgumentException(
              "the period is 1 to " + MOST_DAYS + " days, first day first"));
    Map<String, Sum> sums = new TreeMap<>();
    return page(from.toEpochDay(), to.toEpochDay() + 1, null, mine, sums)
        .thenApply(_ -> rows(sums));
  }

  private CompletableFuture<Void> page(
      long from, long to, @Nullable String after, Predicate<String> mine, Map<String, Sum> sums) {
    return store
        .find(Demand.SPEC.name(), new Query(CellJson.DAY, Map.of(), from, to, after, PAGE))
        .thenCompose(
            page -> {
              for (Document document : page.documents()) {
                DayCell cell = CellJson.read(document.json());
                if (mine.test(cell.place()))
                  sums.computeIfAbsent(cell.want() + ":" + cell.place(), _ -> new Sum(cell))
                      .add(cell);
              }
              return page.next() == null
                  ? CompletableFuture.completedFuture(null)
                  : page(from, to, page.next(), mine, sums);
            });
  }

  private static List<DemandRow> rows(Map<String, Sum> sums) {
    List<Sum> most = new ArrayList<>(sums.values());
    most.sort(Comparator.comparingLong((Sum sum) -> -sum.asked[DayCell.HOURS]));
    List<DemandRow> rows = new ArrayList<>();
    for (Sum sum : most) sum.into(rows);
    return rows;
  }

  /** One place and wish; the last of each array is all hours together. */
  private static final class Sum {
    private final DayCell first;
    final long[] asked = new long[DayCell.HOURS + 1];
    private final int[] people = new int[DayCell.HOURS + 1];
    private final int[] days = new int[DayCell.HOURS + 1];

    Sum(DayCell first) {
      this.first = first;
    }

    void add(DayCell cell) {
      if (cell.count() < LEAST) return;
      List<Integer> hours = cell.byHour();
      int sum = 0;
      for (int hour = 0; hour < DayCell.HOURS; hour++) {
        int count = hours.get(hour);
        sum += count;
        if (count >= LEAST) add(hour, count, count);
      }
      add(DayCell.HOURS, sum, cell.count());
    }

    private void add(int at, int times, int who) {
      asked[at] += times;
      people[at] = Math.max(people[at], who);
      days[at]++;
    }

    void into(List<DemandRow> rows) {
      for (int at = -1; at < DayCell.HOURS; at++) {
        int from = at < 0 ? DayCell.HOURS : at;
        if (days[from] == 0) continue;
        Integer hour = at < 0 ? null : at;
        rows.add(
            new DemandRow(
                first.place(), first.want(), hour, asked[from], people[from], days[from]));
      }
    }
  }
}
