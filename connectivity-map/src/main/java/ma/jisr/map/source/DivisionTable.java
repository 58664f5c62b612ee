package ma.jisr.map.source;

import java.io.Reader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.place.Level;
import ma.jisr.map.place.PlaceCode;
import ma.jisr.map.table.BadCellException;
import ma.jisr.map.table.Row;
import ma.jisr.map.table.Table;

/**
 * The operator's own lists, CSV in UTF-8 with a header. Divisions: code (HCP), level (region,
 * province, prefecture, commune, seat, arrondissement, centre, locality), name_fr, name_ar,
 * name_zgh, province (HCP code), parent, lat, lon, coord_source, population, alt_ar and alt_fr
 * (variants, with | between), ar_check, gn_id. Localities, which have no level: gn_id, name,
 * name_ar, name_fr, lat, lon, province, nearest_commune (HCP code). Other columns are passed over.
 */
final class DivisionTable {
  private DivisionTable() {}

  /**
   * @throws ma.jisr.map.table.BadTableException when it is no CSV
   */
  static List<Reading> read(String name, Reader text) {
    return Table.read(name, text, DivisionTable::reading);
  }

  private static Reading reading(Row row) {
    String name = row.text("name_fr").or(() -> row.text("name")).orElse("");
    try {
      String level = row.text("level").orElse("").toLowerCase(Locale.ROOT);
      return switch (level) {
        case "region", "province", "prefecture" ->
            Reading.aside(row.line(), name, "regions and provinces are those that come with Jisr");
        case "" -> new Reading.Told(locality(row));
        default -> new Reading.Told(division(row, level));
      };
    } catch (BadCellException | IllegalArgumentException e) {
      return Reading.refused(row.line(), name, NameCell.shown(String.valueOf(e.getMessage())));
    }
  }

  private static PlaceRow division(Row row, String word) {
    Level level =
        Level.of(word)
            .orElseThrow(
                () -> new BadCellException("level '" + NameCell.shown(word) + "' is none"));
    NameCell name = NameCell.of(row.need("name_fr"));
    List<String> variants = new ArrayList<>(split(row, "alt_fr"));
    variants.addAll(split(row, "alt_ar"));
    Map<Language, String> names = new EnumMap<>(Language.class);
    names.put(Language.FR, name.name());
    row.text("name_ar").ifPresent(arabic -> names.put(Language.AR, arabic));
    row.text("name_zgh").ifPresent(tamazight -> names.put(Language.ZGH_TFNG, tamazight));
    Map<PlaceCode, String> codes = new EnumMap<>(PlaceCode.class);
    row.text("code")
        .ifPresent(
            c -> codes.put(level == Level.CENTRE ? PlaceCode.HCP_CENTRE : PlaceCode.HCP, code(c)));
    row.text("gn_id").ifPresent(c -> codes.put(PlaceCode.GEONAMES, code(c)));
    String source = row.text("coord_source").orElse("");
    return new PlaceRow(
        row.line(),
        true,
        level,
        codes,
        new LocalText(names),
        row.text("ar_check").filter("single-source"::equals).isPresent(),
        name.variants(variants),
        row.text("province").orElse(""),
        level.isCommune() ? "" : row.text("parent").orElse(""),
        PointCell.point(row.number("lat"), row.number("lon")),
        isApproximate(source),
        row.count("population"));
  }

  private static PlaceRow locality(Row row) {
    NameCell name = NameCell.of(row.text("name").orElseGet(() -> row.need("name_fr")));
    List<String> variants = new ArrayList<>(split(row, "name_fr"));
    variants.addAll(split(row, "name_ar"));
    List<String> usable = name.variants(variants);
    return new PlaceRow(
        row.line(),
        false,
        Level.LOCALITY,
        row.text("gn_id").map(c -> Map.of(PlaceCode.GEONAMES, code(c))).orElse(Map.of()),
        name.withArabicOf(usable),
        true,
        usable,
        row.text("province").orElse(""),
        row.text("nearest_commune").orElse(""),
        PointCell.point(row.number("lat"), row.number("lon")),
        false,
        row.count("population"));
  }

  private static boolean isApproximate(String source) {
    return source.contains("approx")
        || source.contains("adm3")
        || source.contains("parent")
        || source.contains("SUSPECT");
  }

  private static List<String> split(Row row, String column) {
    return row.text(column).map(t -> List.of(t.split("\\|", -1))).orElse(List.of());
  }

  private static String code(String text) {
    if (!text.matches("[0-9A-Za-z.-]{1,32}"))
      throw new BadCellException("'" + NameCell.shown(text) + "' is no code");
    return text;
  }
}
