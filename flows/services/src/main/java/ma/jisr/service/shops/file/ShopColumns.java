package ma.jisr.service.shops.file;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.Language;

/** The columns of our own table of shops. Places and points are read as those of hotspots are. */
final class ShopColumns {
  static final String ID = "id";
  static final String CODE = "code";
  static final String NAME = "name_";

  /** Other names, with {@code |} between them. */
  static final String ALIASES = "aliases";

  static final String TRADE = "trade";

  /** The id of a place of the gazetteer, or its name. */
  static final String PLACE = "place";

  /** The name of a province: tells two places of one name apart. Read only. */
  static final String PROVINCE = "province";

  static final String LAT = "lat";
  static final String LON = "lon";

  /** Latitude and longitude in one cell. Read only. */
  static final String POINT = "point";

  static final String LANDMARK = "landmark_";
  static final String HOURS = "hours";
  static final String HOURS_RAMADAN = "hours_ramadan";
  static final String FRIDAY_BREAK = "friday_break";

  /** What people queue for: see {@link ServiceCell}. */
  static final String SERVICES = "services";

  static final String MERCHANT = "merchant";
  static final String DELIVERY = "delivery";

  /** Days on duty: {@code 2026-03-02/2026-03-08 2026-04-01}. */
  static final String DUTY = "duty";

  static final String SOURCE = "source";
  static final String RETIRED = "retired";
  static final String SAMPLE = "sample";

  /** Everything that a shop has, in the order of an export. */
  static final List<String> ALL = all();

  /** What is read besides. */
  static final List<String> READ = read();

  /** What somebody fills in by hand. */
  static final List<String> TEMPLATE = template();

  private ShopColumns() {}

  private static List<String> all() {
    List<Language> every = List.of(Language.values());
    List<String> all = new ArrayList<>(List.of(ID, CODE));
    each(all, NAME, every);
    all.addAll(List.of(ALIASES, TRADE, PLACE, LAT, LON));
    each(all, LANDMARK, every);
    all.addAll(List.of(HOURS, HOURS_RAMADAN, FRIDAY_BREAK, SERVICES, MERCHANT, DELIVERY, DUTY));
    all.addAll(List.of(SOURCE, RETIRED, SAMPLE));
    return List.copyOf(all);
  }

  private static List<String> read() {
    List<String> read = new ArrayList<>(ALL);
    read.addAll(List.of(PROVINCE, POINT));
    return List.copyOf(read);
  }

  private static List<String> template() {
    List<Language> two = List.of(Language.FR, Language.AR);
    List<String> columns = new ArrayList<>(List.of(CODE));
    each(columns, NAME, two);
    columns.addAll(List.of(ALIASES, TRADE, PLACE, PROVINCE, LAT, LON));
    each(columns, LANDMARK, two);
    columns.addAll(List.of(HOURS, HOURS_RAMADAN, FRIDAY_BREAK, SERVICES, MERCHANT, DELIVERY, DUTY));
    return List.copyOf(columns);
  }

  private static void each(List<String> columns, String prefix, List<Language> languages) {
    languages.forEach(language -> columns.add(prefix + language.tag()));
  }
}
