package ma.jisr.service.wallet.payee.file;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.map.batch.BatchView;
import ma.jisr.map.batch.Batches;
import ma.jisr.map.change.Change.Subject;
import ma.jisr.map.exchange.HeaderWords;
import ma.jisr.map.exchange.Judged;
import ma.jisr.map.exchange.Plan;
import ma.jisr.map.exchange.Planner;
import ma.jisr.map.exchange.Publishing;
import ma.jisr.map.exchange.ReportTable;
import ma.jisr.map.exchange.TableHeaders;
import ma.jisr.map.exchange.Traits;
import ma.jisr.map.exchange.sheet.Format;
import ma.jisr.map.exchange.sheet.Sheet;
import ma.jisr.map.exchange.sheet.SheetRow;
import ma.jisr.map.exchange.sheet.Sheets;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.wallet.payee.PayeeDeed;
import ma.jisr.service.wallet.payee.PayeeEntry;
import ma.jisr.service.wallet.payee.PayeeForm;
import ma.jisr.service.wallet.payee.PayeeRights;
import ma.jisr.service.wallet.payee.Payees;
import ma.jisr.store.Store;

/**
 * Payees in and out of tables. A file is judged first, row by row, and then brought in as one
 * batch. Blocks while the store answers: never call it from an event loop.
 */
public final class PayeeExchange {
  private static final HeaderWords WORDS =
      HeaderWords.read(
          PayeeExchange.class, "/ma/jisr/service/wallet/payee/headers.csv", PayeeColumns.READ);

  private static final Traits<PayeeEntry> TRAITS =
      new Traits<>(PayeeForm.INSTANCE, PayeeEntry::place, PayeeEntry::code, PayeeFiles::likeness);

  private final BatchView view;
  private final Planner<PayeeEntry> planner;
  private final Publishing publishing;
  private final Payees payees;
  private final Supplier<Gazetteer> gazetteer;

  /**
   * @param gazetteer the one in use
   */
  public PayeeExchange(
      Store store, Payees payees, Supplier<Gazetteer> gazetteer, InstantSource clock) {
    this.view = new BatchView(store);
    this.planner = new Planner<>(store, TRAITS, clock);
    this.payees = payees;
    this.gazetteer = gazetteer;
    this.publishing =
        new Publishing(
            new Batches(store, clock),
            PayeeForm.SPEC.name(),
            new Publishing.Told(payees.feed(), Subject.PAYEE_BATCH),
            payees.codes(),
            (actor, place) -> may(actor, PayeeDeed.IMPORT, place),
            payees::refresh);
  }

  /** The batches of payees. */
  public Publishing publishing() {
    return publishing;
  }

  /**
   * What a file would change, and the report on it. Writes nothing.
   *
   * @param source in words, for the list of batches
   * @param file CSV
   * @param duplicates whether rows are taken that seem to be there already
   * @throws ma.jisr.map.exchange.sheet.BadSheetException when the file cannot be read at all
   */
  public Plan plan(Actor actor, String source, byte[] file, boolean duplicates) {
    Sheet sheet = Sheets.read(file, Format.CSV);
    TableHeaders headers = new TableHeaders(WORDS, sheet);
    List<PayeeEntry> stored = stored();
    Set<String> others = new HashSet<>();
    for (int i = 0; ; i++) {
      KnownPayees known = new KnownPayees(stored);
      others.addAll(known.codes());
      PayeeJudge judge =
          new PayeeJudge(
              headers,
              known,
              others,
              code -> payees.book().byCode(code).isPresent(),
              place -> may(actor, PayeeDeed.IMPORT, place),
              duplicates,
              gazetteer.get(),
              payees.vault());
      List<Judged<PayeeEntry>> rows = new ArrayList<>();
      for (SheetRow row : sheet.rows()) rows.add(judge.judge(row));
      Plan plan =
          planner.plan(actor, source, rows, ReportTable.write(sheet, headers::header, rows));
      // A code that nobody has may be promised to somebody all the same.
      if (!others.addAll(publishing.codesOfOthers(plan)) || i == Publishing.PLANS) return plan;
    }
  }

  private List<PayeeEntry> stored() {
    Collection<Versioned<PayeeEntry>> stored =
        view.read(PayeeForm.SPEC.name(), payees.shelf()::read).values();
    return stored.stream().map(Versioned::thing).toList();
  }

  private boolean may(Actor actor, PayeeDeed deed, String place) {
    return PayeeRights.allow(actor, deed, PayeeRights.way(gazetteer.get(), place));
  }

  /** The payees that somebody may take out, by code. */
  public List<PayeeEntry> payees(Actor actor) {
    return stored().stream()
        .filter(payee -> may(actor, PayeeDeed.EXPORT, payee.place()))
        .sorted(
            Comparator.comparing((PayeeEntry p) -> p.code().length())
                .thenComparing(PayeeEntry::code))
        .toList();
  }
}
