package ma.jisr.map.exchange.sheet;

import java.util.Locale;
import java.util.Optional;

/** What a file is written in. */
public enum Format {
  CSV,
  GEOJSON,
  OSM_XML,
  OVERPASS;

  /** "csv", "geojson", "osm-xml", "overpass". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Format> of(String word) {
    for (Format format : values()) if (format.word().equals(word)) return Optional.of(format);
    return Optional.empty();
  }

  /** By its first sign: neither a table nor a mapping begins as the other. */
  static Format guess(String text) {
    int at = 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    if (at == text.length()) return CSV;
    if (text.charAt(at) == '<') return OSM_XML;
    if (text.charAt(at) != '{') return CSV;
    // Overpass names itself before its elements; a feature's tag cannot come that early.
    return text.lines()
            .limit(40)
            .anyMatch(line -> line.contains("\"elements\"") || line.contains("\"osm3s\""))
        ? OVERPASS
        : GEOJSON;
  }
}
