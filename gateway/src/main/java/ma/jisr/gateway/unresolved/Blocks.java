package ma.jisr.gateway.unresolved;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.DayPart;
import ma.jisr.store.Document;
import ma.jisr.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The days of the review list in the store: blocks of rows, sealed, in a part for each day. Within
 * a block rows stand in the order of their texts, so that their order tells nothing. Callable from
 * any thread.
 */
final class Blocks {
  /** The daily collection of the blocks. */
  static final String COLLECTION = "unresolved";

  /** Blocks read at a time: some hundred kilobytes. */
  private static final int PAGE = 50;

  /** Most rows read: seven days of three full processes; what is beyond is left out. */
  static final int MOST = 1_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(Blocks.class);

  private static final TypeReference<List<Row>> ROWS = new TypeReference<>() {};

  private final JsonMapper mapper =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Store store;
  private final Secrets secrets;

  Blocks(Store store, Secrets secrets) {
    this.store = store;
    this.secrets = secrets;
  }

  static CollectionSpec spec() {
    return CollectionSpec.daily(COLLECTION, Area.BULK);
  }

  Document block(String id, List<Row> rows) {
    try {
      List<Row> sorted = rows.stream().sorted(Comparator.comparing(Row::text)).toList();
      String sealed = secrets.seal(id, mapper.writeValueAsBytes(sorted));
      return new Document(id, 0, id, mapper.createObjectNode().put("rows", sealed).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Shows the rows of the days since this one to somebody, one thread at a time.
   *
   * @param since days before are not read, whether they are still there or not
   */
  CompletableFuture<Void> read(LocalDate since, BiConsumer<LocalDate, Row> to) {
    return store
        .days(COLLECTION)
        .thenCompose(
            days -> days(days.stream().filter(day -> !day.isBefore(since)).toList(), to, 0));
  }

  private CompletableFuture<Void> days(
      List<LocalDate> days, BiConsumer<LocalDate, Row> to, int sofar) {
    if (days.isEmpty() || sofar >= MOST) return CompletableFuture.completedFuture(null);
    return day(days.getFirst(), "", to, sofar)
        .thenCompose(read -> days(days.subList(1, days.size()), to, read));
  }

  private CompletableFuture<Integer> day(
      LocalDate day, String after, BiConsumer<LocalDate, Row> to, int sofar) {
    return store
        .scan(new DayPart(COLLECTION, day).name(), after, PAGE)
        .thenCompose(
            page -> {
              int read = sofar;
              for (Document block : page)
                for (Row row : rows(block)) {
                  to.accept(day, row);
                  read++;
                }
              return page.size() < PAGE || read >= MOST
                  ? CompletableFuture.completedFuture(read)
                  : day(day, page.getLast().id(), to, read);
            });
  }

  private List<Row> rows(Document block) {
    try {
      String sealed = mapper.readTree(block.json()).path("rows").asText();
      return mapper.readValue(secrets.open(block.id(), sealed), ROWS);
    } catch (IOException | RuntimeException e) {
      // One damaged block, or one of other keys, must not hide the others.
      LOG.warn("the block {} of the review list is left out: it cannot be read", block.id());
      return List.of();
    }
  }
}
