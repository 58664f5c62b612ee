package ma.jisr.service.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.flow.signal.Event;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.value.Value;
import ma.jisr.store.CollectionSpec.IndexSpec;
import org.jspecify.annotations.Nullable;

/**
 * What a service's document has to tell persons: rows that are written with the change that they
 * tell of, in one write, and leave when a {@link Relay} has handed them in. Immutable; part of the
 * document ({@link OutboxJson}).
 *
 * @param next the number of the next row: never used twice in the document's life
 * @param rows not handed in yet, in order
 */
public record Outbox(long next, List<Row> rows) {
  /**
   * Most rows that wait in one document: a change that tells more people at once is a broadcast and
   * not a document's affair.
   */
  public static final int MAX_ROWS = 64;

  /** To be declared by each collection whose documents have an outbox. */
  public static final IndexSpec INDEX =
      new IndexSpec("outbox_due", List.of(), OutboxJson.DUE_FIELD);

  public static final Outbox EMPTY = new Outbox(0, List.of());

  public Outbox {
    rows = List.copyOf(rows);
  }

  /**
   * One thing to tell.
   *
   * @param seq its number in the document
   * @param person the person's id
   * @param event either this
   * @param notice or this
   * @param first the number of who may never have written, sealed by {@link Introductions}; null
   *     for who has
   */
  public record Row(
      long seq,
      String person,
      @Nullable Event event,
      @Nullable Notice notice,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String first) {
    @Override
    public String toString() {
      return "Row[" + seq + "]";
    }
  }

  /**
   * The same, with an event to raise.
   *
   * @throws IllegalStateException when too many wait: the change must be refused as busy
   */
  public Outbox raise(String person, Event event) {
    event.values().values().forEach(Outbox::impersonal);
    return with(new Row(next, person, event, null, null));
  }

  /**
   * The same, with a notice to send.
   *
   * @throws IllegalStateException when too many wait: the change must be refused as busy
   */
  public Outbox send(String person, Notice notice) {
    notice.values().values().forEach(Outbox::impersonal);
    return with(new Row(next, person, null, notice, null));
  }

  /**
   * The same, with a notice for somebody who may never have written to us.
   *
   * @param first their number as {@link Introductions#seal} gave it
   * @throws IllegalStateException when too many wait: the change must be refused as busy
   */
  public Outbox introduce(String person, String first, Notice notice) {
    notice.values().values().forEach(Outbox::impersonal);
    return with(new Row(next, person, null, notice, first));
  }

  /** The same, without the rows up to this number: they have been handed in. */
  Outbox after(long seq) {
    return new Outbox(next, rows.stream().filter(row -> row.seq() > seq).toList());
  }

  private Outbox with(Row row) {
    if (rows.size() >= MAX_ROWS) throw new IllegalStateException("the outbox is full");
    List<Row> all = new ArrayList<>(rows);
    all.add(row);
    return new Outbox(next + 1, all);
  }

  /** A service's document is not sealed: no number of a person's may stand in it. */
  private static void impersonal(Value value) {
    switch (value) {
      case Value.Phone phone ->
          throw new IllegalArgumentException("a number has no place in an outbox");
      case Value.Item item -> item.fields().values().forEach(Outbox::impersonal);
      case Value.Items items -> items.items().forEach(Outbox::impersonal);
      default -> {
        // words and figures
      }
    }
  }
}
