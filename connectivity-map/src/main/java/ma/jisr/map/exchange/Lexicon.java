package ma.jisr.map.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.text.TextFold;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.table.Table;

/** The words of other people's files: names of columns, and values in cells. */
final class Lexicon {
  private static final String FOLDER = "/ma/jisr/map/exchange/";

  private static final HeaderWords HEADERS =
      HeaderWords.read(Lexicon.class, FOLDER + "headers.csv", Columns.ALL);

  private static final HeaderWords OSM =
      HeaderWords.read(Lexicon.class, FOLDER + "osm.csv", List.of());

  /** By column, then folded word: our word for it. */
  private static final Map<String, Map<String, String>> WORDS = words();

  private Lexicon() {}

  /** How names and words are compared: folded, signs and blanks alike. */
  static String key(String text) {
    return String.join(" ", TextFold.words(text));
  }

  /** The columns that a header may mean; none when we do not know it. */
  static List<String> columns(String header, boolean osm) {
    return (osm ? OSM : HEADERS).columns(header);
  }

  /** Our word for what a cell says; empty for a word that we do not know. */
  static Optional<String> word(String column, String cell) {
    return Optional.ofNullable(WORDS.getOrDefault(column, Map.of()).get(key(cell)));
  }

  /** The constant that a cell means. */
  static <E extends Enum<E>> Optional<E> constant(String column, String cell, Class<E> type) {
    return word(column, cell).map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT)));
  }

  private static Map<String, Map<String, String>> words() {
    Map<String, Map<String, String>> words = new HashMap<>();
    own(words, Columns.KIND, Hotspot.Kind.values());
    own(words, Columns.ACCESS, Hotspot.Access.values());
    own(words, Columns.STATE, Hotspot.State.values());
    Table.resource(
        Lexicon.class,
        FOLDER + "words.csv",
        row ->
            words
                .computeIfAbsent(row.need("column"), _ -> new HashMap<>())
                .putIfAbsent(key(row.need("word")), row.need("value")));
    return words;
  }

  private static void own(
      Map<String, Map<String, String>> words, String column, Enum<?>[] constants) {
    Map<String, String> own = words.computeIfAbsent(column, _ -> new HashMap<>());
    for (Enum<?> constant : constants) {
      String word = constant.name().toLowerCase(Locale.ROOT);
      own.put(key(word), word);
    }
  }
}
