package ma.jisr.map.place;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.table.Row;
import ma.jisr.map.table.Table;

/** The full list of communes that lies beside the project on some machines: test data only. */
final class SharedGazetteer {
  private SharedGazetteer() {}

  /** The folder {@code shared/data/places} beside this checkout or further up; empty elsewhere. */
  static Optional<Path> folder() {
    return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
        .map(p -> p.resolve("shared/data/places"))
        .filter(p -> Files.exists(p.resolve("gazetteer.csv")))
        .findFirst();
  }

  static Gazetteer read(Path folder) {
    List<Region> regions = new ArrayList<>();
    List<Province> provinces = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    try (Reader text = Files.newBufferedReader(folder.resolve("gazetteer.csv"))) {
      Table.read(
          "gazetteer.csv",
          text,
          row -> {
            switch (row.need("level")) {
              case "region" ->
                  regions.add(new Region(id(row), row.need("iso"), name(row), at(row)));
              case "province", "prefecture" ->
                  provinces.add(
                      new Province(
                          id(row),
                          row.text("iso").orElse(""),
                          row.need("region"),
                          name(row),
                          at(row)));
              case "commune" -> places.add(place(row));
              default -> row.line();
            }
            return row;
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Gazetteer(regions, provinces, places);
  }

  private static Place place(Row row) {
    List<String> aliases =
        row.text("alt_ar").map(t -> Arrays.asList(t.split("\\|", -1))).orElse(List.of());
    return new Place(
        id(row), row.need("province"), name(row), aliases, at(row), true, row.count("population"));
  }

  private static String id(Row row) {
    return row.need("code");
  }

  private static GeoPoint at(Row row) {
    return row.point();
  }

  private static LocalText name(Row row) {
    Map<Language, String> names = new EnumMap<>(Language.class);
    names.put(Language.FR, row.need("name_fr"));
    row.text("name_ar").ifPresent(n -> names.put(Language.AR, n));
    return new LocalText(names);
  }
}
