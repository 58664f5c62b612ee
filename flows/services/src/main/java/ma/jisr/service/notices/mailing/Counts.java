package ma.jisr.service.notices.mailing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Language;

/** Sums over sheets; belongs to who counts. */
final class Counts {
  private final Map<Status, Long> sums = new EnumMap<>(Status.class);
  private final Map<String, Long> languages = new HashMap<>();
  private final Map<String, Map<String, Row>> rows = new HashMap<>();
  private long people;
  private long repeated;

  private static final class Row {
    final String name;
    long people;
    long sent;
    long delivered;
    long failed;

    Row(String name) {
      this.name = name;
    }

    void add(Status status) {
      people++;
      if (status == Status.TAKEN || status == Status.DELIVERED) sent++;
      if (status == Status.DELIVERED) delivered++;
      if (status == Status.FAILED) failed++;
    }

    void add(Row other) {
      people += other.people;
      sent += other.sent;
      delivered += other.delivered;
      failed += other.failed;
    }

    Report.Row told() {
      return new Report.Row(name, people, many(sent), many(delivered), many(failed));
    }

    /** Nobody points to nobody. */
    private static Optional<Long> many(long count) {
      return count == 0 || count >= Report.FEW ? Optional.of(count) : Optional.empty();
    }
  }

  void add(Sheet sheet) {
    people += sheet.size();
    repeated += sheet.repeated;
    for (int i = 0; i < sheet.size(); i++) {
      sums.merge(sheet.status(i), 1L, Long::sum);
      String language = sheet.language(i);
      if (!language.isEmpty()) languages.merge(language, 1L, Long::sum);
    }
  }

  void rows(Chunk chunk, Sheet sheet) {
    for (int i = 0; i < sheet.size(); i++) {
      Status status = sheet.status(i);
      row("list", chunk.list(i)).add(status);
      if (!sheet.language(i).isEmpty()) row("language", sheet.language(i)).add(status);
      if (!sheet.link(i).isEmpty()) row("link", sheet.link(i)).add(status);
    }
  }

  private Row row(String by, String name) {
    return rows.computeIfAbsent(by, fresh -> new HashMap<>()).computeIfAbsent(name, Row::new);
  }

  long people() {
    return people;
  }

  long repeated() {
    return repeated;
  }

  long of(Status status) {
    return sums.getOrDefault(status, 0L);
  }

  /** What one text costs, as far as it is known who reads which; at least 1. */
  double segmentsEach(Mailing mailing) {
    long sent = 0;
    long segments = 0;
    for (Map.Entry<String, Long> one : languages.entrySet()) {
      Language language = Language.of(one.getKey()).orElse(mailing.own());
      sent += one.getValue();
      segments += one.getValue() * Tally.segments(mailing, language);
    }
    return sent == 0 ? Tally.segments(mailing, mailing.own()) : (double) segments / sent;
  }

  /**
   * The rows of one way of counting, the largest first. Those of few people are one; where even
   * these are few, the smallest of the others joins them, or subtracting would tell how many.
   */
  List<Report.Row> rows(String by) {
    List<Row> all = new ArrayList<>(rows.getOrDefault(by, Map.of()).values());
    all.sort(
        Comparator.comparingLong((Row row) -> row.people)
            .reversed()
            .thenComparing(row -> row.name));
    Row others = new Row(Report.OTHERS);
    while (!all.isEmpty()
        && (all.getLast().people < Report.FEW || (others.people > 0 && others.people < Report.FEW)))
      others.add(all.removeLast());
    List<Report.Row> told = new ArrayList<>();
    for (Row row : all) told.add(row.told());
    if (others.people >= Report.FEW) told.add(others.told());
    return told;
  }
}
