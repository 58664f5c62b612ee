package ma.jisr.map.source;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.GeoPoint;
import ma.jisr.map.place.Level;
import ma.jisr.map.place.PlaceCode;
import ma.jisr.map.table.BadCellException;
import ma.jisr.map.table.BadTableException;
import ma.jisr.map.table.Lines;
import org.jspecify.annotations.Nullable;

/**
 * The main table of GeoNames' country dumps ({@code MA.txt}, {@code EH.txt}), as its readme
 * describes it: geonameid, name, asciiname, alternatenames, latitude, longitude, feature class,
 * feature code, country code, cc2, admin1 to admin4 codes, population, elevation, dem, time zone,
 * modification date.
 */
final class GeoNamesDump {
  static final int COLUMNS = 19;

  /** Longest line, characters: alternate names have up to 10,000. */
  private static final int MOST_CHARACTERS = 32_000;

  /** Rows read at most: Morocco's dump has some 50,000, of every kind of feature. */
  static final int MOST_ROWS = 400_000;

  /** Wrong lines after which it is no such file. */
  private static final int MOST_WRONG = 100;

  private static final int ID = 0;
  private static final int NAME = 1;
  private static final int ASCII_NAME = 2;
  private static final int ALTERNATES = 3;
  private static final int LAT = 4;
  private static final int LON = 5;
  private static final int FEATURE_CLASS = 6;
  private static final int FEATURE = 7;
  private static final int COUNTRY = 8;
  private static final int ADMIN2 = 11;
  private static final int POPULATION = 14;

  /** The southern provinces are filed under EH. */
  private static final Set<String> COUNTRIES = Set.of("MA", "EH");

  /** From as many people on a populated place is a small town. */
  private static final long TOWN = 1_000;

  private GeoNamesDump() {}

  /**
   * @throws BadTableException when most lines are none of such a file
   */
  static List<Reading> read(Reader text) throws IOException {
    List<Reading> all = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    Lines lines = new Lines(text, MOST_CHARACTERS);
    long number = 0;
    for (String line = lines.next(); line != null; line = lines.next()) {
      number++;
      if (line.isBlank()) continue;
      if (all.size() == MOST_ROWS)
        throw new BadTableException(List.of("more than " + MOST_ROWS + " rows"));
      String[] cells = line.split("\t", -1);
      if (cells.length == COLUMNS && line.length() <= MOST_CHARACTERS) {
        all.add(row(number, cells));
        continue;
      }
      String why = "line " + number + ": not the " + COLUMNS + " columns of GeoNames";
      wrong.add(why);
      all.add(Reading.refused(number, "", why));
      if (wrong.size() == MOST_WRONG && all.size() < 2 * MOST_WRONG)
        throw new BadTableException(wrong);
    }
    return all;
  }

  private static Reading row(long line, String[] cells) {
    String name = cells[NAME].strip();
    if (!COUNTRIES.contains(cells[COUNTRY]))
      return Reading.aside(
          line, name, "it lies in another country: " + NameCell.shown(cells[COUNTRY]));
    String feature = cells[FEATURE_CLASS] + '.' + cells[FEATURE];
    try {
      long population = cells[POPULATION].isEmpty() ? 0 : Long.parseLong(cells[POPULATION]);
      GeoPoint point =
          PointCell.point(Double.parseDouble(cells[LAT]), Double.parseDouble(cells[LON]));
      Level level = level(feature, population);
      if (level == null) return Reading.aside(line, name, none(feature));
      boolean area = feature.equals("A.ADM3");
      PlaceCode code = area ? PlaceCode.GEONAMES_AREA : PlaceCode.GEONAMES;
      NameCell names = NameCell.of(name.isEmpty() ? cells[ASCII_NAME] : name);
      List<String> variants = names.variants(List.of(cells[ALTERNATES].split(",", -1)));
      return new Reading.Told(
          new PlaceRow(
              line,
              false,
              level,
              Map.of(code, Long.toString(Long.parseLong(cells[ID]))),
              names.withArabicOf(variants),
              true,
              variants,
              cells[ADMIN2],
              "",
              point,
              area,
              population));
    } catch (NumberFormatException e) {
      return Reading.refused(line, name, "a number of the row cannot be read");
    } catch (IllegalArgumentException | BadCellException e) {
      return Reading.refused(line, name, NameCell.shown(String.valueOf(e.getMessage())));
    }
  }

  /** What a feature is here; null when it is no place. */
  private static @Nullable Level level(String feature, long population) {
    return switch (feature) {
      case "A.ADM3" -> Level.COMMUNE;
      case "P.PPLC", "P.PPLA", "P.PPLA2" -> Level.SEAT;
      case "P.PPLA3" -> Level.CENTRE;
      case "P.PPL", "P.PPLA4", "P.PPLA5", "P.PPLG" ->
          population >= TOWN ? Level.CENTRE : Level.LOCALITY;
      case "P.PPLX", "P.PPLL", "P.PPLS", "P.PPLF", "P.PPLR" -> Level.LOCALITY;
      default -> null;
    };
  }

  private static String none(String feature) {
    return switch (feature) {
      case "A.ADM1", "A.ADM2", "A.PCLI", "A.TERR" ->
          "regions and provinces are those that come with Jisr";
      case "P.PPLH", "P.PPLQ", "P.PPLW", "P.PPLCH" -> "nobody lives there any more: " + feature;
      default -> "no place where people live: " + NameCell.shown(feature);
    };
  }
}
