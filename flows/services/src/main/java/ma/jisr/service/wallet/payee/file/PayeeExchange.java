package ma.jisr.service.wallet.payee.file;

import java.time.InstantSource;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Supplier;
import ma.jisr.map.change.Change.Subject;
import ma.jisr.map.exchange.HeaderWords;
import ma.jisr.map.exchange.Judged;
import ma.jisr.map.exchange.Publishing;
import ma.jisr.map.exchange.TableExchange;
import ma.jisr.map.exchange.TableHeaders;
import ma.jisr.map.exchange.Traits;
import ma.jisr.map.exchange.sheet.SheetRow;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.wallet.payee.PayeeDeed;
import ma.jisr.service.wallet.payee.PayeeEntry;
import ma.jisr.service.wallet.payee.PayeeForm;
import ma.jisr.service.wallet.payee.PayeeRights;
import ma.jisr.service.wallet.payee.Payees;
import ma.jisr.store.Store;

/** Payees in and out of tables. */
public final class PayeeExchange extends TableExchange<PayeeEntry> {
  private static final HeaderWords WORDS =
      HeaderWords.read(
          PayeeExchange.class, "/ma/jisr/service/wallet/payee/headers.csv", PayeeColumns.READ);

  private static final Traits<PayeeEntry> TRAITS =
      new Traits<>(PayeeForm.INSTANCE, PayeeEntry::place, PayeeEntry::code, PayeeFiles::likeness);

  private static final Rights RIGHTS =
      new Rights(
          (actor, way) -> PayeeRights.allow(actor, PayeeDeed.IMPORT, way),
          (actor, way) -> PayeeRights.allow(actor, PayeeDeed.EXPORT, way));

  private final Payees payees;

  /**
   * @param gazetteer the one in use
   */
  public PayeeExchange(
      Store store, Payees payees, Supplier<Gazetteer> gazetteer, InstantSource clock) {
    super(
        store,
        new Table<>(
            TRAITS,
            WORDS,
            payees.shelf(),
            payees.codes(),
            RIGHTS,
            new Publishing.Told(payees.feed(), Subject.PAYEE_BATCH),
            payees::refresh),
        gazetteer,
        clock);
    this.payees = payees;
  }

  @Override
  protected Function<SheetRow, Judged<PayeeEntry>> judge(
      TableHeaders headers, Judging<PayeeEntry> by) {
    return new PayeeJudge(
            headers,
            new KnownPayees(by.stored()),
            by.taken(),
            code -> payees.book().byCode(code).isPresent(),
            by.may(),
            by.duplicates(),
            by.gazetteer(),
            payees.vault())
        ::judge;
  }

  @Override
  public byte[] write(String format, Collection<PayeeEntry> things) {
    return PayeeFiles.csv(things);
  }
}
