package ma.jisr.map.exchange;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Actor;
import ma.jisr.map.batch.BatchView;
import ma.jisr.map.batch.Change;
import ma.jisr.map.ledger.Entry;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.store.Document;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;
import org.jspecify.annotations.Nullable;

/** Makes plans of rows that have been judged. Blocks while the store answers. */
public final class Planner<T> {
  private final BatchView view;
  private final Traits<T> traits;
  private final InstantSource clock;

  public Planner(Store store, Traits<T> traits, InstantSource clock) {
    this.view = new BatchView(store);
    this.traits = traits;
    this.clock = clock;
  }

  /**
   * What rows would change.
   *
   * @param source of the file, in words
   * @param report the file's rows with their verdicts
   * @throws StoreException when somebody has edited a thing since it was judged
   */
  public Plan plan(Actor actor, String source, List<Judged<T>> rows, byte[] report) {
    List<Change> changes = new ArrayList<>();
    Map<String, String> likeness = new HashMap<>();
    Map<String, String> codes = new HashMap<>();
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    Map<String, Document> documents = documents(rows);
    for (Judged<T> row : rows) {
      counts.merge(row.verdict(), 1, Integer::sum);
      T after = row.after();
      if (after == null || !row.verdict().isDone()) continue;
      String id = traits.form().id(after);
      Document document = row.before() == null ? null : documents.get(id);
      changes.add(change(actor, row.before(), document, after));
      likeness.put(id, traits.likeness().apply(after));
      codes.put(traits.code().apply(after), id);
    }
    // In the order of ids, which are hashes: written one after another they share pages.
    changes.sort(Comparator.comparing(Change::id));
    return new Plan(source, counts, changes, likeness, codes, report);
  }

  /** The documents of what is changed; they must be what was judged on. */
  private Map<String, Document> documents(List<Judged<T>> rows) {
    List<String> ids = new ArrayList<>();
    for (Judged<T> row : rows)
      if (row.before() != null && row.verdict().isDone()) ids.add(traits.form().id(row.before()));
    return view.read(traits.collection(), ids);
  }

  private Change change(Actor actor, @Nullable T before, @Nullable Document document, T after) {
    String here = traits.place().apply(after);
    String there = before == null ? here : traits.place().apply(before);
    boolean asJudged = before == null || (document != null && read(document).equals(before));
    if (!asJudged)
      throw new StoreException(
          StoreException.Kind.BUSY,
          "a " + traits.form().word() + " was edited while the file was read: again");
    List<String> areas = here.equals(there) ? List.of(here) : List.of(here, there);
    return Entry.imported(traits.form(), document, after, actor, clock.instant(), areas);
  }

  private T read(Document document) {
    return traits.form().read(document.id(), JsonFields.parse(document.json()));
  }
}
