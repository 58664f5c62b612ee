package ma.jisr.service.wallet.payee.file;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import ma.jisr.base.Money;
import ma.jisr.map.exchange.TableRow;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.service.wallet.payee.AboutRule;
import ma.jisr.service.wallet.payee.PayeeEntry;
import ma.jisr.service.wallet.payee.PayeeFacts;
import ma.jisr.service.wallet.payee.SealedPhone;

/**
 * Payees written as tables, with everything that they have but the number of who is told: imported
 * again, they are the same.
 */
public final class PayeeFiles {
  private static final int CENTIMES = 100;

  private PayeeFiles() {}

  /** The table that somebody fills in: a header, and nothing below it. */
  public static byte[] template() {
    return TableRow.table(PayeeColumns.TEMPLATE, List.of());
  }

  public static byte[] csv(Collection<PayeeEntry> payees) {
    return TableRow.table(PayeeColumns.ALL, () -> payees.stream().map(PayeeFiles::row).iterator());
  }

  /** All that a payee says, as one text: the same for equal ones, in any process. */
  static String likeness(PayeeEntry payee) {
    SealedPhone phone = payee.phone();
    return row(payee).cells() + (phone == null ? "" : phone.name());
  }

  /** What a payee says, by column; without what it does not say. */
  private static TableRow row(PayeeEntry payee) {
    PayeeFacts facts = payee.facts();
    TableRow row = new TableRow();
    row.put(PayeeColumns.ID, payee.id());
    row.put(PayeeColumns.CODE, payee.code());
    row.put(PayeeColumns.KIND, JsonFields.lower(payee.kind()));
    row.texts(PayeeColumns.NAME, facts.name());
    row.put(PayeeColumns.ALIASES, String.join(" | ", facts.aliases()));
    row.put(PayeeColumns.PLACE, facts.place());
    row.put(PayeeColumns.ACCOUNT, facts.account().value());
    row.put(PayeeColumns.POSITION, facts.position() == 0 ? "" : Integer.toString(facts.position()));
    AboutRule about = facts.about();
    if (about != null) {
      row.texts(PayeeColumns.ABOUT, about.label());
      row.put(PayeeColumns.ABOUT_LEAST, Integer.toString(about.least()));
      row.put(PayeeColumns.ABOUT_MOST, Integer.toString(about.most()));
      row.put(PayeeColumns.ABOUT_DIGITS, about.digits());
      row.put(PayeeColumns.ABOUT_EXAMPLE, about.example());
    }
    row.put(
        PayeeColumns.AMOUNTS,
        facts.amounts().stream().map(PayeeFiles::dirhams).collect(Collectors.joining(" ")));
    row.put(PayeeColumns.PREFIXES, String.join(" ", facts.prefixes()));
    row.put(PayeeColumns.SOURCE, facts.source());
    row.put(PayeeColumns.STATE, JsonFields.lower(payee.state()));
    row.put(PayeeColumns.SAMPLE, payee.sample());
    return row;
  }

  /** "5", "12.50". */
  private static String dirhams(Money amount) {
    long rest = amount.centimes() % CENTIMES;
    String whole = Long.toString(amount.centimes() / CENTIMES);
    return rest == 0 ? whole : whole + (rest < 10 ? ".0" : ".") + rest;
  }
}
