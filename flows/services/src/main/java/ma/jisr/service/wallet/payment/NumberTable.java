package ma.jisr.service.wallet.payment;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Vault;
import org.jspecify.annotations.Nullable;

/**
 * Which provider has the wallet of which number, as the national switch or the providers tell it: a
 * CSV file with the columns {@code number}, {@code provider} and, if known, {@code level} (1 to 3).
 * A number that ends in {@code *} is the beginning of numbers, and a hint only, for numbers are
 * portable. Held in memory by pseudonym. Immutable.
 */
public final class NumberTable {
  /** Most numbers: as many wallets as are likely to be used by phone; some 250 MB. */
  static final int MOST = 2_000_000;

  /** Problems that are told; the others are counted. */
  private static final int MOST_PROBLEMS = 10;

  /** For a world without one. */
  public static final NumberTable EMPTY = new NumberTable(null, Map.of(), Map.of(), 0, List.of());

  private final @Nullable Vault vault;
  private final Map<String, Known> numbers;
  private final Map<String, String> prefixes;
  private final int bad;
  private final List<String> problems;

  private NumberTable(
      @Nullable Vault vault,
      Map<String, Known> numbers,
      Map<String, String> prefixes,
      int bad,
      List<String> problems) {
    this.vault = vault;
    this.numbers = numbers;
    this.prefixes = prefixes;
    this.bad = bad;
    this.problems = List.copyOf(problems);
  }

  /**
   * What is known of a number.
   *
   * @param level of its wallet, 1 to 3; 0 for unknown
   */
  record Known(String provider, int level) {}

  /**
   * Reads a table. Rows that cannot be used are left out and told of by their lines.
   *
   * @throws UncheckedIOException when it cannot be read
   */
  public static NumberTable read(Reader text, Vault vault) {
    Map<String, Known> numbers = new HashMap<>();
    Map<String, String> prefixes = new HashMap<>();
    List<String> problems = new ArrayList<>();
    int bad = 0;
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().detectBomHeader(false).ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : rows) {
        String problem =
            numbers.size() >= MOST ? "more than " + MOST : take(row, vault, numbers, prefixes);
        if (problem.isEmpty()) continue;
        bad++;
        if (problems.size() < MOST_PROBLEMS)
          problems.add("line " + row.getStartingLineNumber() + ": " + problem);
        if (numbers.size() >= MOST) break;
      }
    } catch (CsvParseException e) {
      problems.add("behind a certain row it is no CSV");
      bad++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new NumberTable(vault, numbers, prefixes, bad, problems);
  }

  /** What is wrong with a row; "" for nothing. A number is never repeated in it. */
  private static String take(
      NamedCsvRecord row, Vault vault, Map<String, Known> numbers, Map<String, String> prefixes) {
    String number = field(row, "number");
    String provider = field(row, "provider");
    String level = field(row, "level");
    if (provider.isEmpty()) return "provider is missing";
    if (!level.isEmpty()
        && !(level.length() == 1 && level.charAt(0) >= '1' && level.charAt(0) <= '3'))
      return "level is none of 1, 2, 3";
    if (number.endsWith("*")) {
      String prefix = number.substring(0, number.length() - 1);
      if (!prefix.chars().allMatch(c -> c >= '0' && c <= '9') || prefix.isEmpty())
        return "the number before * has other than digits";
      prefixes.put(prefix, provider);
      return "";
    }
    Optional<Msisdn> parsed = Msisdn.parse(number, "212");
    if (parsed.isEmpty()) return "number is none";
    Known known = new Known(provider, level.isEmpty() ? 0 : level.charAt(0) - '0');
    boolean twice = numbers.put(name(vault, parsed.get()), known) != null;
    return twice ? "the number has come before; this row holds" : "";
  }

  private static String field(NamedCsvRecord row, String name) {
    return row.findField(name).map(String::strip).orElse("");
  }

  /** The name of a number in everything that concerns wallets. */
  static String name(Vault vault, Msisdn number) {
    return vault.pseudonym("wallet", number.digits());
  }

  Optional<Known> of(Msisdn number) {
    return vault == null ? Optional.empty() : Optional.ofNullable(numbers.get(name(vault, number)));
  }

  /** The provider that numbers beginning like this one were first given to; the longest counts. */
  Optional<String> hint(Msisdn number) {
    for (int length = number.digits().length(); length > 0; length--) {
      String provider = prefixes.get(number.digits().substring(0, length));
      if (provider != null) return Optional.of(provider);
    }
    return Optional.empty();
  }

  public int size() {
    return numbers.size();
  }

  /** Rows that could not be used. */
  public int bad() {
    return bad;
  }

  /** The first problems, with their lines. */
  public List<String> problems() {
    return problems;
  }
}
