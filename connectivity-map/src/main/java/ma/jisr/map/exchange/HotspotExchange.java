package ma.jisr.map.exchange;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
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
import ma.jisr.map.hotspot.HotspotForm;
import ma.jisr.map.hotspot.Hotspots;
import ma.jisr.map.hotspot.Kept;
import ma.jisr.map.hotspot.Rights;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Hotspots in and out of files. A file is judged first, row by row, and then brought in as one
 * batch. Blocks while the store answers: never call it from an event loop.
 */
public final class HotspotExchange {
  private static final Outline OUTLINE = Outline.read();

  private static final Traits<Hotspot> TRAITS =
      new Traits<>(HotspotForm.INSTANCE, Hotspot::place, Hotspot::code, HotspotFiles::likeness);

  private final BatchView view;
  private final Planner<Hotspot> planner;
  private final Publishing publishing;
  private final Hotspots hotspots;
  private final Supplier<Gazetteer> gazetteer;

  /**
   * @param gazetteer the one in use
   */
  public HotspotExchange(
      Store store, Hotspots hotspots, Supplier<Gazetteer> gazetteer, InstantSource clock) {
    this.view = new BatchView(store);
    this.planner = new Planner<>(store, TRAITS, clock);
    this.hotspots = hotspots;
    this.gazetteer = gazetteer;
    this.publishing =
        new Publishing(
            new Batches(store, clock),
            HotspotDocuments.COLLECTION,
            new Publishing.Told(hotspots.feed(), Change.Subject.BATCH),
            hotspots.codes(),
            (actor, place) -> Rights.allow(actor, Deed.IMPORT, gazetteer.get().way(place)),
            hotspots.store()::refresh);
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
      List<Judged<Hotspot>> rows =
          judged(sheet, new Judge(headers, known, codes, actor, options, gazetteer.get(), OUTLINE));
      Plan plan =
          planner.plan(actor, source, rows, ReportTable.write(sheet, headers::header, rows));
      // A code that nobody has may be promised to somebody all the same.
      if (!others.addAll(publishing.codesOfOthers(plan)) || i == Publishing.PLANS) return plan;
    }
  }

  private static List<Judged<Hotspot>> judged(Sheet sheet, Judge judge) {
    List<Judged<Hotspot>> rows = new ArrayList<>();
    for (SheetRow row : sheet.rows()) rows.add(judge.judge(row));
    return rows;
  }

  /** The report on a file that cannot be read at all. */
  public static byte[] report(BadSheetException bad) {
    return ReportTable.of(bad);
  }

  /** The batches of hotspots. */
  public Publishing publishing() {
    return publishing;
  }

  /** Keeps what a plan changes, seen by nobody; the same plan again is the same batch. */
  public Verdict stage(Actor actor, Plan plan) {
    return publishing.stage(actor, plan);
  }

  /** Stages a plan and publishes it. */
  public Verdict bring(Actor actor, Plan plan) {
    return stage(actor, plan) instanceof Verdict.Done(Batch batch)
        ? publish(actor, batch.id())
        : Verdict.refused(Verdict.Why.OVERTAKEN);
  }

  /** Shows a staged batch to all, and has it written into the documents. */
  public Verdict publish(Actor actor, String id) {
    return publishing.publish(actor, id);
  }

  /** Takes a published batch back; what was edited since stays, and is told. */
  public Verdict undo(Actor actor, String id) {
    return publishing.undo(actor, id);
  }

  /** All batches of hotspots, newest first. */
  public List<Batch> list() {
    return publishing.list();
  }

  /** Ends what a process that died had begun; throws away what is too old. */
  public void tidy() {
    publishing.tidy();
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
