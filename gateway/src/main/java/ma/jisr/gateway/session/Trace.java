package ma.jisr.gateway.session;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Address;
import ma.jisr.gateway.log.LogReader;
import ma.jisr.gateway.log.LogRow;
import ma.jisr.store.Document;
import ma.jisr.store.Store;

/**
 * The story of a message, or of all of a person's messages, as the message log has it: in the order
 * of time, each message with its states. Callable from any thread; one at a time.
 */
public final class Trace {
  private final Store store;
  private final Keys keys;
  private final LogReader log;
  private final JsonMapper mapper = Json.mapper();

  public Trace(Store store, Keys keys) {
    this.store = store;
    this.keys = keys;
    this.log = new LogReader(store);
  }

  /**
   * A line of the story.
   *
   * @param at when
   * @param id of the message: the person's pseudonym, a dot, the input's mark or outbox entry's id
   * @param said what the log says of it
   */
  public record Line(Instant at, String id, LogRow.Said said) {}

  /** Everything of whoever has this address; empty when nobody has been heard from there. */
  public CompletableFuture<Optional<List<Line>>> of(Address address) {
    return store
        .get(SessionCollections.ALIASES, keys.alias(address))
        .thenCompose(
            alias ->
                alias.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : person(alias.get()).thenApply(Optional::of));
  }

  private CompletableFuture<List<Line>> person(Document alias) {
    String person;
    try {
      person = mapper.readTree(alias.json()).path("person").asText();
    } catch (JacksonException e) {
      return CompletableFuture.failedFuture(new SchemaException("an alias cannot be read", e));
    }
    CompletableFuture<List<Line>> story =
        store
            .get(SessionCollections.PEOPLE, person)
            .thenApply(found -> lines(keys.pseudonym(person), tail(found)));
    for (String pseudonym : keys.pseudonyms(person))
      story =
          story.thenCombine(
              log.of(pseudonym), (lines, rows) -> merged(lines, lines(pseudonym, rows)));
    return story;
  }

  /** What rides in the document and may not have been copied yet. */
  private List<LogRow> tail(Optional<Document> found) {
    PersonCodec codec = new PersonCodec(keys.sealer(), Upcasters.PERSON);
    return found.map(document -> codec.decode(document).log()).orElse(List.of());
  }

  /**
   * Everything of one message, or of one turn's messages.
   *
   * @param id as logs and traces show it
   */
  public CompletableFuture<List<Line>> of(String id) {
    int dot = id.indexOf('.');
    if (dot < 0) return CompletableFuture.completedFuture(List.of());
    String pseudonym = id.substring(0, dot);
    return log.of(pseudonym)
        .thenApply(
            rows ->
                lines(pseudonym, rows).stream()
                    .filter(line -> line.id().equals(id) || line.id().startsWith(id + '.'))
                    .toList());
  }

  private static List<Line> lines(String pseudonym, List<LogRow> rows) {
    List<Line> lines = new ArrayList<>();
    for (LogRow row : rows)
      for (LogRow.Said said : row.said())
        lines.add(new Line(row.at(), pseudonym + '.' + said.id(), said));
    return lines;
  }

  private static List<Line> merged(List<Line> some, List<Line> others) {
    SequencedSet<Line> all = new LinkedHashSet<>(some);
    all.addAll(others);
    return all.stream().sorted(Comparator.comparing(Line::at)).toList();
  }
}
