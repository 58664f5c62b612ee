package ma.jisr.map.exchange;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.map.batch.Batch;
import ma.jisr.map.batch.BatchView;
import ma.jisr.map.batch.Batches;
import ma.jisr.map.batch.Verdict;
import ma.jisr.map.change.Change;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.map.exchange.sheet.Format;
import ma.jisr.map.exchange.sheet.Sheet;
import ma.jisr.map.exchange.sheet.SheetRow;
import ma.jisr.map.exchange.sheet.Sheets;
import ma.jisr.map.hotspot.Deed;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.HotspotDocuments;
import ma.jisr.map.hotspot.Hotspots;
import ma.jisr.map.hotspot.Kept;
import ma.jisr.map.hotspot.Rights;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.store.Document;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Hotspots in and out of files. A file is judged first, row by row, and then brought in as one
 * batch. Blocks while the store answers: never call it from an event loop.
 */
public final class HotspotExchange {
  /** What the feed of changes says of a batch. */
  static final String IMPORT = "import";

  static final String UNDO = "undo";

  private static final Outline OUTLINE = Outline.read();

  /** Judgings of a file whose codes turn out to be somebody's. */
  private static final int TRIES = 5;

  private final Batches batches;
  private final BatchView view;
  private final Hotspots hotspots;
  private final Supplier<Gazetteer> gazetteer;
  private final InstantSource clock;

  /**
   * @param gazetteer the one in use
   */
  public HotspotExchange(
      Store store, Hotspots hotspots, Supplier<Gazetteer> gazetteer, InstantSource clock) {
    this.batches = new Batches(store, clock);
    this.view = new BatchView(store);
    this.hotspots = hotspots;
    this.gazetteer = gazetteer;
    this.clock = clock;
  }

  /**
   * What a file would change, and the report on it. Writes nothing.
   *
   * @param source in words, for the list of batches
   * @param format null to look at the file
   * @throws BadSheetException when the file cannot be read at all
   */
  public Plan plan(
      Actor actor, String source, byte[] file, @Nullable Format format, Options options) {
    Sheet sheet = Sheets.read(file, format);
    Headers headers = new Headers(sheet);
    Map<String, Kept> stored = view.read(HotspotDocuments.COLLECTION, HotspotDocuments::read);
    Set<String> others = new HashSet<>();
    for (int i = 0; ; i++) {
      Known known = new Known(stored.values());
      others.addAll(known.codes());
      Codes codes = new Codes(others, hotspots.map());
      List<Judged> rows =
          judged(sheet, new Judge(headers, known, codes, actor, options, gazetteer.get(), OUTLINE));
      Plan plan = plan(actor, source, rows, ReportTable.write(sheet, headers, rows));
      // A code that nobody has may be promised to somebody all the same.
      if (!others.addAll(Waiting.on(hotspots.codes().others(plan.codes()))) || i == TRIES)
        return plan;
    }
  }

  private static List<Judged> judged(Sheet sheet, Judge judge) {
    List<Judged> rows = new ArrayList<>();
    for (SheetRow row : sheet.rows()) rows.add(judge.judge(row));
    return rows;
  }

  private Plan plan(Actor actor, String source, List<Judged> rows, byte[] report) {
    List<ma.jisr.map.batch.Change> changes = new ArrayList<>();
    Map<String, String> likeness = new HashMap<>();
    Map<String, String> codes = new HashMap<>();
    Map<String, Document> documents = documents(rows);
    for (Judged row : rows) {
      Hotspot after = row.after();
      if (after == null || !row.verdict().isDone()) continue;
      Document document = row.before() == null ? null : documents.get(after.id());
      changes.add(change(actor, row.before(), document, after));
      likeness.put(after.id(), HotspotFiles.likeness(after));
      codes.put(after.code(), after.id());
    }
    // In the order of ids, which are hashes: written one after another they share pages.
    changes.sort(Comparator.comparing(ma.jisr.map.batch.Change::id));
    return new Plan(source, rows, changes, likeness, codes, report);
  }

  /** The documents of what is changed; they must be what was judged on. */
  private Map<String, Document> documents(List<Judged> rows) {
    List<String> ids = new ArrayList<>();
    for (Judged row : rows)
      if (row.before() != null && row.verdict().isDone()) ids.add(row.before().id());
    return view.read(HotspotDocuments.COLLECTION, ids);
  }

  private ma.jisr.map.batch.Change change(
      Actor actor, @Nullable Hotspot before, @Nullable Document document, Hotspot after) {
    List<String> areas =
        before == null || before.place().equals(after.place())
            ? List.of(after.place())
            : List.of(after.place(), before.place());
    boolean asJudged =
        before == null
            || (document != null
                && HotspotDocuments.read(document)
                    .map(Kept::hotspot)
                    .filter(before::equals)
                    .isPresent());
    if (!asJudged)
      throw new StoreException(
          StoreException.Kind.BUSY, "a hotspot was edited while the file was read: again");
    return HotspotDocuments.imported(document, after, actor, clock.instant(), areas);
  }

  /** The report on a file that cannot be read at all. */
  public static byte[] report(BadSheetException bad) {
    return ReportTable.of(bad);
  }

  /**
   * Keeps what a plan changes, seen by nobody; the same plan again is the same batch. The codes of
   * new hotspots are theirs from here on.
   *
   * @return refused when another hotspot has got one of the codes meanwhile
   */
  public Verdict stage(Actor actor, Plan plan) {
    Set<String> others = Waiting.on(hotspots.codes().takeAll(plan.codes()));
    if (!others.isEmpty())
      return new Verdict.Refused(Verdict.Why.OVERTAKEN, others.stream().sorted().toList());
    return new Verdict.Done(
        batches.stage(
            HotspotDocuments.COLLECTION,
            plan.source(),
            actor.id(),
            plan.changes(),
            plan::likeness));
  }

  /** Stages a plan and publishes it. */
  public Verdict bring(Actor actor, Plan plan) {
    return stage(actor, plan) instanceof Verdict.Done(Batch batch)
        ? publish(actor, batch.id())
        : Verdict.refused(Verdict.Why.OVERTAKEN);
  }

  /** Shows a staged batch to all, and has it written into the documents. */
  public Verdict publish(Actor actor, String id) {
    tell(actor, IMPORT, id);
    return finished(batches.publish(id, areas -> may(actor, areas)));
  }

  /** Takes a published batch back; what was edited since stays, and is told. */
  public Verdict undo(Actor actor, String id) {
    tell(actor, UNDO, id);
    return finished(batches.undo(id, actor, areas -> may(actor, areas)));
  }

  /** Before it is done, so that nothing is done without a trace; other nodes look at it then. */
  private void tell(Actor actor, String deed, String id) {
    if (batches.batch(id).isEmpty()) return;
    Waiting.on(hotspots.feed().append(actor, deed, Change.Subject.BATCH, id, id));
  }

  private Verdict finished(Verdict verdict) {
    if (!(verdict instanceof Verdict.Done(Batch batch))) return verdict;
    // It is seen from here on, whether or not the documents can be written just now.
    Waiting.on(hotspots.store().refresh(batches.ids(batch.id())));
    batches.finish();
    return new Verdict.Done(batches.batch(batch.id()).orElse(batch));
  }

  private boolean may(Actor actor, List<String> areas) {
    Gazetteer now = gazetteer.get();
    return areas.stream().allMatch(id -> Rights.allow(actor, Deed.IMPORT, now.way(id)));
  }

  /** All batches of hotspots, newest first. */
  public List<Batch> list() {
    return batches.list(HotspotDocuments.COLLECTION);
  }

  /** The ids of the hotspots that a batch touches. */
  List<String> touched(String batch) {
    return batches.ids(batch);
  }

  /** Ends what a process that died had begun; throws away what is too old. */
  public void tidy() {
    batches.finish();
    int unused = batches.sweep();
  }

  /** The hotspots that somebody may take out, by code. */
  public List<Hotspot> hotspots(Actor actor) {
    Gazetteer now = gazetteer.get();
    List<Hotspot> all = new ArrayList<>();
    for (Kept kept : view.read(HotspotDocuments.COLLECTION, HotspotDocuments::read).values()) {
      String place = kept.hotspot().place();
      if (Rights.allow(actor, Deed.EXPORT, now.way(place))) all.add(kept.hotspot());
    }
    all.sort(Comparator.comparing((Hotspot h) -> h.code().length()).thenComparing(Hotspot::code));
    return all;
  }
}
