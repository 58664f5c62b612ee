package ma.jisr.map.place;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.table.BadCellException;
import ma.jisr.map.table.Row;
import ma.jisr.map.table.Table;

/**
 * The gazetteer that comes with the product: all regions and provinces, some 350 towns. Its NOTICE
 * names the sources.
 */
public final class StarterGazetteer {
  private static final String FOLDER = "/ma/jisr/map/gazetteer/";

  private StarterGazetteer() {}

  public static Gazetteer read() {
    Map<String, List<String>> aliases = new HashMap<>();
    Table.resource(
        StarterGazetteer.class,
        FOLDER + "aliases.csv",
        row ->
            aliases.computeIfAbsent(row.need("id"), _ -> new ArrayList<>()).add(row.need("alias")));
    Map<String, String> codes = new HashMap<>();
    Set<String> seats = new HashSet<>();
    Table.resource(
        StarterGazetteer.class,
        FOLDER + "divisions.csv",
        row -> {
          row.text("seat").ifPresent(seats::add);
          return codes.put(row.need("province"), row.need("hcp"));
        });
    List<Region> regions = read("morocco-map/regions.csv", StarterGazetteer::region);
    List<Province> provinces = read("morocco-map/provinces.csv", row -> province(row, codes));
    List<Place> places = read("geonames/towns.csv", row -> place(row, aliases, seats));
    return new Gazetteer(regions, provinces, places);
  }

  private static <T> List<T> read(String file, java.util.function.Function<Row, T> each) {
    return Table.resource(StarterGazetteer.class, FOLDER + file, each);
  }

  private static Region region(Row row) {
    return new Region(row.need("id"), row.need("iso"), name(row), row.point());
  }

  private static Province province(Row row, Map<String, String> codes) {
    return new Province(
        row.need("id"),
        row.need("iso"),
        codes.getOrDefault(row.need("id"), ""),
        row.need("region"),
        name(row),
        row.point());
  }

  private static Place place(Row row, Map<String, List<String>> aliases, Set<String> seats) {
    String id = row.need("id");
    String province = row.need("province");
    if (!id.startsWith(province + "."))
      throw new BadCellException("id '" + id + "' does not start with its province");
    return new Place(
        id,
        province,
        "",
        seats.contains(id) ? Level.SEAT : Level.COMMUNE,
        name(row),
        aliases.getOrDefault(id, List.of()),
        row.point(),
        row.need("position").equals("approximate"),
        row.count("population"),
        row.text("geonames").map(n -> Map.of(PlaceCode.GEONAMES, n)).orElse(Map.of()));
  }

  private static LocalText name(Row row) {
    Map<Language, String> names = new EnumMap<>(Language.class);
    names.put(Language.FR, row.need("fr"));
    row.text("ar").ifPresent(n -> names.put(Language.AR, n));
    row.text("zgh").ifPresent(n -> names.put(Language.ZGH_TFNG, n));
    return new LocalText(names);
  }
}
