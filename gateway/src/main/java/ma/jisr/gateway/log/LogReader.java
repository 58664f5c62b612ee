package ma.jisr.gateway.log;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.concurrent.CompletableFuture;
import ma.jisr.store.DayPart;
import ma.jisr.store.Document;
import ma.jisr.store.Store;

/** Finds one person's rows in the parts of all days. Callable from any thread. */
public final class LogReader {
  /** Most rows that are gathered; older ones are left out. */
  public static final int MOST = 10_000;

  /** Blocks read at a time: some MB at most. */
  private static final int PAGE = 50;

  private final Store store;

  public LogReader(Store store) {
    this.store = store;
  }

  /** The rows under this pseudonym, each once, in the order of time; the newest days first read. */
  public CompletableFuture<List<LogRow>> of(String pseudonym) {
    return store
        .days(MessageLog.COLLECTION)
        .thenCompose(days -> days(pseudonym, days.reversed(), new LinkedHashSet<>()))
        .thenApply(rows -> rows.stream().sorted(Comparator.comparing(LogRow::at)).toList());
  }

  private CompletableFuture<SequencedSet<LogRow>> days(
      String pseudonym, List<LocalDate> days, SequencedSet<LogRow> found) {
    if (days.isEmpty() || found.size() >= MOST) return CompletableFuture.completedFuture(found);
    String part = new DayPart(MessageLog.COLLECTION, days.getFirst()).name();
    String bucket = Block.prefix(Block.of(pseudonym));
    return blocks(part, bucket, bucket, pseudonym, found)
        .thenCompose(day -> days(pseudonym, days.subList(1, days.size()), day));
  }

  private CompletableFuture<SequencedSet<LogRow>> blocks(
      String part, String after, String bucket, String pseudonym, SequencedSet<LogRow> found) {
    return store
        .scan(part, after, PAGE)
        .thenCompose(
            page -> {
              List<LogRow> rows = new ArrayList<>();
              for (Document block : page) {
                if (!block.id().startsWith(bucket)) break;
                Block.read(block, pseudonym, rows);
              }
              found.addAll(rows);
              boolean more = page.size() == PAGE && page.getLast().id().startsWith(bucket);
              return more
                  ? blocks(part, page.getLast().id(), bucket, pseudonym, found)
                  : CompletableFuture.completedFuture(found);
            });
  }
}
