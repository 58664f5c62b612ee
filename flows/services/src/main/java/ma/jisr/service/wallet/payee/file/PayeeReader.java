package ma.jisr.service.wallet.payee.file;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Money;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Vault;
import ma.jisr.base.text.Digits;
import ma.jisr.map.exchange.Note;
import ma.jisr.map.exchange.Numbers;
import ma.jisr.map.exchange.RefusalException;
import ma.jisr.map.exchange.Remark;
import ma.jisr.map.exchange.Told;
import ma.jisr.map.exchange.Words;
import ma.jisr.service.wallet.payee.AboutRule;
import ma.jisr.service.wallet.payee.PayeeFacts;
import ma.jisr.service.wallet.payee.SealedPhone;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a row tells of a payee, over those that were known: what the file has no column
 * for stays as it was.
 */
final class PayeeReader {
  private static final String MOROCCO = "212";

  /** The numbers of bills and invoices where a row does not say otherwise. */
  private static final int LEAST = 3;

  private static final int MOST = 16;

  private final Told told;
  private final @Nullable PayeeFacts before;
  private final Vault vault;

  /**
   * @param vault seals the numbers of who is told
   */
  PayeeReader(Told told, @Nullable PayeeFacts before, Vault vault) {
    this.told = told;
    this.before = before;
    this.vault = vault;
  }

  /**
   * @throws RefusalException when it tells too little, or something that cannot be
   */
  PayeeFacts read(Kind kind, String place) {
    LocalText name = texts(PayeeColumns.NAME, before == null ? null : before.name());
    if (name == null) throw new RefusalException(Note.of(Remark.NAME_MISSING));
    try {
      return new PayeeFacts(
          name,
          aliases(),
          place,
          account(kind),
          whole(PayeeColumns.POSITION, before == null ? 0 : before.position()),
          kind == Kind.BILL || kind == Kind.SUPPLIER ? about() : null,
          amounts(),
          prefixes(),
          phone(),
          told.maybe(PayeeColumns.SOURCE, before == null ? null : before.source()));
    } catch (IllegalArgumentException e) {
      throw new RefusalException(Remark.BAD_ROW, "", String.valueOf(e.getMessage()));
    }
  }

  private Account account(Kind kind) {
    String cell = told.get(PayeeColumns.ACCOUNT);
    Numbers.refuseScientific(PayeeColumns.ACCOUNT, cell);
    if (cell.isEmpty() && before != null) return before.account();
    Account.Type type = kind == Kind.BILL ? Account.Type.BILLER : Account.Type.ORGANISATION;
    if (cell.isEmpty()) throw new RefusalException(Remark.BAD_VALUE, PayeeColumns.ACCOUNT, cell);
    return new Account(type, cell);
  }

  private List<String> aliases() {
    if (!told.has(PayeeColumns.ALIASES)) return before == null ? List.of() : before.aliases();
    return split(told.get(PayeeColumns.ALIASES), "\\|");
  }

  private AboutRule about() {
    AboutRule known = before == null ? null : before.about();
    LocalText label = texts(PayeeColumns.ABOUT, known == null ? null : known.label());
    if (label == null)
      throw new RefusalException(Remark.BAD_VALUE, PayeeColumns.ABOUT + Language.FR.tag(), "");
    String example = told.maybe(PayeeColumns.ABOUT_EXAMPLE, known == null ? null : known.example());
    return new AboutRule(
        label,
        whole(PayeeColumns.ABOUT_LEAST, known == null ? LEAST : known.least()),
        whole(PayeeColumns.ABOUT_MOST, known == null ? MOST : known.most()),
        Words.flag(told, PayeeColumns.ABOUT_DIGITS, known != null && known.digits()),
        example == null ? "" : Numbers.whole(example));
  }

  private int whole(String column, int known) {
    String cell = Numbers.whole(told.get(column));
    if (cell.isEmpty()) return known;
    if (cell.length() > 3 || !cell.chars().allMatch(c -> c >= '0' && c <= '9'))
      throw new RefusalException(Remark.NOT_A_NUMBER, column, cell);
    return Integer.parseInt(cell);
  }

  private List<Money> amounts() {
    if (!told.has(PayeeColumns.AMOUNTS)) return before == null ? List.of() : before.amounts();
    List<Money> amounts = new ArrayList<>();
    for (String part : split(told.get(PayeeColumns.AMOUNTS), "[\\s;|]+")) amounts.add(amount(part));
    return amounts;
  }

  private static Money amount(String part) {
    try {
      BigDecimal dirhams = new BigDecimal(Digits.western(part).replace(',', '.'));
      return new Money(dirhams.movePointRight(2).longValueExact());
    } catch (ArithmeticException | NumberFormatException e) {
      throw new RefusalException(Remark.NOT_A_NUMBER, PayeeColumns.AMOUNTS, part);
    }
  }

  /** 0661, 661 and 212661 are one prefix. */
  private List<String> prefixes() {
    if (!told.has(PayeeColumns.PREFIXES)) return before == null ? List.of() : before.prefixes();
    List<String> prefixes = new ArrayList<>();
    for (String part : split(told.get(PayeeColumns.PREFIXES), "[\\s,;|]+")) {
      String digits = Digits.western(part).replace("+", "");
      if (digits.startsWith("0")) digits = digits.substring(1);
      prefixes.add(digits.startsWith(MOROCCO) ? digits : MOROCCO + digits);
    }
    return prefixes;
  }

  /** An empty cell takes nothing away: exports leave numbers out. */
  private @Nullable SealedPhone phone() {
    String cell = told.get(PayeeColumns.PHONE);
    SealedPhone known = before == null ? null : before.phone();
    if (cell.isEmpty()) return known;
    Numbers.refuseScientific(PayeeColumns.PHONE, cell);
    if (cell.equals(NOBODY)) return null;
    Optional<Msisdn> number = Msisdn.parse(Numbers.whole(cell), MOROCCO);
    // What stands there may be somebody's number all the same.
    if (number.isEmpty()) throw new RefusalException(Remark.BAD_VALUE, PayeeColumns.PHONE, "…");
    SealedPhone phone = SealedPhone.of(number.get(), vault);
    return phone.equals(known) ? known : phone;
  }

  /** Takes the number away. */
  private static final String NOBODY = "-";

  private static List<String> split(String cell, String by) {
    List<String> parts = new ArrayList<>();
    for (String part : cell.split(by, -1)) if (!part.isBlank()) parts.add(part.strip());
    return parts;
  }

  private @Nullable LocalText texts(String prefix, @Nullable LocalText known) {
    Map<Language, String> texts = told.texts(prefix, known);
    return texts.isEmpty() ? null : new LocalText(texts);
  }
}
