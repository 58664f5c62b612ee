package ma.jisr.map.exchange;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.Language;

/** The columns of our own table of hotspots. */
final class Columns {
  static final String ID = "id";
  static final String CODE = "code";
  static final String NAME = "name_";
  static final String KIND = "kind";
  static final String ACCESS = "access";
  static final String SSID = "ssid";

  /** The id of a place of the gazetteer, or its name. */
  static final String PLACE = "place";

  /** The name of a province: tells two places of one name apart. Read only. */
  static final String PROVINCE = "province";

  static final String LAT = "lat";
  static final String LON = "lon";

  /** Latitude and longitude in one cell. Read only. */
  static final String POINT = "point";

  static final String EXACT = "exact";
  static final String HOURS = "hours";
  static final String HOURS_RAMADAN = "hours_ramadan";
  static final String FRIDAY_BREAK = "friday_break";
  static final String WAY = "way_";
  static final String OPERATOR = "operator";
  static final String SPONSOR = "sponsor_";
  static final String STATE = "state";
  static final String CONFIRMED = "confirmed";
  static final String CONFIRMED_BY = "confirmed_by";
  static final String RETIRED = "retired";
  static final String SAMPLE = "sample";
  static final String SOURCE = "source";

  /** What else its source says: a JSON object of texts. */
  static final String TAGS = "tags";

  /** A number to call, kept as the tag of this name. Read only. */
  static final String PHONE = "phone";

  /** Whether there is a connection at all, as OpenStreetMap says it. Read only. */
  static final String INTERNET = "internet";

  /** What OpenStreetMap calls the element. Read only. */
  static final String OSM_TYPE = "osm_type";

  /** What begins like this was written by us, and is passed over when it is read again. */
  static final String OURS = "jisr_";

  /** The source that we made of a row, so that its report is known as the same. */
  static final String OUR_SOURCE = OURS + "source";

  static final String VERDICT = OURS + "verdict";
  static final String FRENCH = OURS + "fr";
  static final String ARABIC = OURS + "ar";

  /** Everything that a hotspot has, in the order of an export. */
  static final List<String> ALL = all(List.of(Language.values()));

  /** What somebody fills in by hand. */
  static final List<String> TEMPLATE = template();

  private Columns() {}

  private static List<String> all(List<Language> languages) {
    List<String> all = new ArrayList<>(List.of(ID, CODE));
    each(all, NAME, languages);
    all.addAll(List.of(KIND, ACCESS, SSID, PLACE, LAT, LON, EXACT));
    all.addAll(List.of(HOURS, HOURS_RAMADAN, FRIDAY_BREAK));
    each(all, WAY, languages);
    all.add(OPERATOR);
    each(all, SPONSOR, languages);
    all.addAll(List.of(STATE, CONFIRMED, CONFIRMED_BY, RETIRED, SAMPLE, SOURCE, TAGS));
    return List.copyOf(all);
  }

  private static List<String> template() {
    List<Language> two = List.of(Language.FR, Language.AR);
    List<String> columns = new ArrayList<>(List.of(CODE));
    each(columns, NAME, two);
    columns.addAll(List.of(KIND, ACCESS, SSID, PLACE, PROVINCE, LAT, LON));
    each(columns, WAY, two);
    columns.addAll(List.of(HOURS, HOURS_RAMADAN, FRIDAY_BREAK, OPERATOR, PHONE));
    each(columns, SPONSOR, two);
    columns.addAll(List.of(STATE, CONFIRMED));
    return List.copyOf(columns);
  }

  private static void each(List<String> columns, String prefix, List<Language> languages) {
    languages.forEach(language -> columns.add(prefix + language.tag()));
  }
}
