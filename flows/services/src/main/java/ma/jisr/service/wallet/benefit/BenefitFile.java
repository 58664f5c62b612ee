package ma.jisr.service.wallet.benefit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.base.Money;
import ma.jisr.base.Msisdn;
import ma.jisr.base.text.Digits;
import ma.jisr.map.exchange.HeaderWords;
import ma.jisr.map.exchange.TableRow;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.map.exchange.sheet.Cells;
import ma.jisr.map.exchange.sheet.Format;
import ma.jisr.map.exchange.sheet.Sheet;
import ma.jisr.map.exchange.sheet.SheetRow;
import ma.jisr.map.exchange.sheet.Sheets;
import ma.jisr.service.words.MobileCell;
import org.jspecify.annotations.Nullable;

/**
 * An agency's table: a number, an amount, a reference in each row. A row that cannot be is named by
 * its line and what is wrong; what stands in it is repeated nowhere.
 *
 * @param rows that can be, in the order of the file
 * @param refusals of the others
 */
record BenefitFile(List<Row> rows, List<BenefitRefusal> refusals) {
  private static final String PHONE = "phone";
  private static final String AMOUNT = "amount";
  private static final String REFERENCE = "reference";
  private static final List<String> COLUMNS = List.of(PHONE, AMOUNT, REFERENCE);
  private static final HeaderWords WORDS =
      HeaderWords.read(BenefitFile.class, "/ma/jisr/service/wallet/benefit/headers.csv", COLUMNS);

  /** Longest reference, characters. */
  static final int MAX_REFERENCE = 16;

  /** The most that one benefit is: beyond it somebody has lost a comma. */
  static final Money MOST = Money.ofDirhams(20_000);

  private static final Pattern DIRHAMS = Pattern.compile("([0-9]{1,6})(?:[.,]([0-9]{1,2}))?");
  private static final Pattern WRITTEN =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9/-]{0," + (MAX_REFERENCE - 1) + "}");

  BenefitFile {
    rows = List.copyOf(rows);
    refusals = List.copyOf(refusals);
  }

  /** One recipient. */
  record Row(Msisdn number, @Nullable Money amount, String reference) {
    @Override
    public String toString() {
      return "Row[hidden]";
    }
  }

  /** The table that an agency fills in: a header, and nothing below it. */
  static byte[] template() {
    return TableRow.table(COLUMNS, List.of());
  }

  /**
   * @throws BadSheetException when the file cannot be read at all, or has no column of numbers
   */
  static BenefitFile read(byte[] csv) {
    Sheet sheet = Sheets.read(csv, Format.CSV);
    Map<String, String> headers = new HashMap<>();
    for (String header : sheet.header())
      for (String column : WORDS.columns(header)) headers.putIfAbsent(column, header);
    if (!headers.containsKey(PHONE))
      throw new BadSheetException(BadSheetException.Fault.NO_HEADER, "");
    Sorting sorting = new Sorting();
    for (SheetRow row : sheet.rows()) sorting.add(row.line(), () -> row(row, headers));
    return sorting.file();
  }

  /** The same of what a program tells; a refusal names the place in the list, from 1. */
  static BenefitFile of(List<BenefitRecipient> recipients) {
    Sorting sorting = new Sorting();
    for (int i = 0; i < recipients.size(); i++) {
      BenefitRecipient one = recipients.get(i);
      sorting.add(
          i + 1,
          () ->
              new Row(
                  number(one.phone()),
                  one.centimes() == 0 ? null : bounded(new Money(one.centimes())),
                  reference(one.reference())));
    }
    return sorting.file();
  }

  /** Rows that can be, and why others cannot. */
  private static final class Sorting {
    private final List<Row> rows = new ArrayList<>();
    private final List<BenefitRefusal> refusals = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    void add(long line, Supplier<Row> row) {
      try {
        Row one = row.get();
        if (seen.add(one.number().digits())) rows.add(one);
        else refusals.add(new BenefitRefusal(line, "phone: is in the file twice"));
      } catch (IllegalArgumentException e) {
        refusals.add(new BenefitRefusal(line, String.valueOf(e.getMessage())));
      }
    }

    BenefitFile file() {
      return new BenefitFile(rows, refusals);
    }
  }

  private static Row row(SheetRow row, Map<String, String> headers) {
    if (!row.fault().isEmpty()) throw new IllegalArgumentException("row: " + row.fault());
    return new Row(
        number(cell(row, headers, PHONE)),
        amount(cell(row, headers, AMOUNT)),
        reference(cell(row, headers, REFERENCE)));
  }

  private static String cell(SheetRow row, Map<String, String> headers, String column) {
    return Cells.text(row.cell(headers.getOrDefault(column, "")));
  }

  private static Msisdn number(String cell) {
    return MobileCell.read(PHONE, cell);
  }

  private static @Nullable Money amount(String cell) {
    if (cell.isEmpty()) return null;
    Matcher dirhams = DIRHAMS.matcher(Digits.western(cell).replace('٫', '.').strip());
    if (!dirhams.matches())
      throw new IllegalArgumentException("amount: not dirhams as 250 or 250,50");
    String rest = dirhams.group(2) == null ? "00" : (dirhams.group(2) + "0").substring(0, 2);
    return bounded(new Money(Long.parseLong(dirhams.group(1)) * 100 + Long.parseLong(rest)));
  }

  private static Money bounded(Money money) {
    if (money.centimes() <= 0 || money.compareTo(MOST) > 0)
      throw new IllegalArgumentException("amount: not above 0 and at most " + MOST.text());
    return money;
  }

  private static String reference(String cell) {
    if (!cell.isEmpty() && !WRITTEN.matcher(cell).matches())
      throw new IllegalArgumentException(
          "reference: not letters, digits, hyphens, at most " + MAX_REFERENCE);
    return cell;
  }
}
