package ma.jisr.service.wallet.payee.file;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.Language;

/** The columns of our own table of payees. */
final class PayeeColumns {
  static final String ID = "id";
  static final String CODE = "code";
  static final String KIND = "kind";
  static final String NAME = "name_";

  /** Other names, with {@code |} between them. */
  static final String ALIASES = "aliases";

  /** The id of a place of the gazetteer, or its name; empty for the whole country. */
  static final String PLACE = "place";

  /** The name of a province: tells two places of one name apart. Read only. */
  static final String PROVINCE = "province";

  static final String ACCOUNT = "account";
  static final String POSITION = "position";

  /** What the number of a bill or invoice is called. */
  static final String ABOUT = "about_";

  static final String ABOUT_LEAST = "about_least";
  static final String ABOUT_MOST = "about_most";
  static final String ABOUT_DIGITS = "about_digits";
  static final String ABOUT_EXAMPLE = "about_example";

  /** Dirhams, with blanks between them. */
  static final String AMOUNTS = "amounts";

  /** National or international, with blanks between them. */
  static final String PREFIXES = "prefixes";

  /** Of whoever is told of payments. Read only: no number leaves the register. */
  static final String PHONE = "phone";

  static final String SOURCE = "source";
  static final String STATE = "state";
  static final String SAMPLE = "sample";

  /** Everything that a payee has and that is taken out, in the order of an export. */
  static final List<String> ALL = all();

  /** What is read besides. */
  static final List<String> READ = read();

  /** What somebody fills in by hand. */
  static final List<String> TEMPLATE = template();

  private PayeeColumns() {}

  private static List<String> all() {
    List<Language> every = List.of(Language.values());
    List<String> all = new ArrayList<>(List.of(ID, CODE, KIND));
    each(all, NAME, every);
    all.addAll(List.of(ALIASES, PLACE, ACCOUNT, POSITION));
    each(all, ABOUT, every);
    all.addAll(List.of(ABOUT_LEAST, ABOUT_MOST, ABOUT_DIGITS, ABOUT_EXAMPLE));
    all.addAll(List.of(AMOUNTS, PREFIXES, SOURCE, STATE, SAMPLE));
    return List.copyOf(all);
  }

  private static List<String> read() {
    List<String> read = new ArrayList<>(ALL);
    read.addAll(List.of(PROVINCE, PHONE));
    return List.copyOf(read);
  }

  private static List<String> template() {
    List<Language> two = List.of(Language.FR, Language.AR);
    List<String> columns = new ArrayList<>(List.of(CODE, KIND));
    each(columns, NAME, two);
    columns.addAll(List.of(ALIASES, PLACE, PROVINCE, ACCOUNT, PHONE, POSITION));
    each(columns, ABOUT, two);
    columns.addAll(List.of(ABOUT_LEAST, ABOUT_MOST, ABOUT_DIGITS, ABOUT_EXAMPLE));
    columns.addAll(List.of(AMOUNTS, PREFIXES));
    return List.copyOf(columns);
  }

  private static void each(List<String> columns, String prefix, List<Language> languages) {
    languages.forEach(language -> columns.add(prefix + language.tag()));
  }
}
