package ma.jisr.map.source;

import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import ma.jisr.map.place.Gazetteer;

/** The files beside these tests. */
final class Samples {
  private Samples() {}

  static Reader open(String name) {
    return new InputStreamReader(
        Objects.requireNonNull(Samples.class.getResourceAsStream(name), name),
        StandardCharsets.UTF_8);
  }

  static PlaceImport read(String name, Gazetteer known) {
    return PlaceImport.of(name, open(name), Optional.empty(), known);
  }

  static PlaceImport text(String text, Gazetteer known) {
    return PlaceImport.of("text", new StringReader(text), Optional.empty(), known);
  }

  static RowVerdict verdict(PlaceImport found, long line) {
    return found.verdicts().stream().filter(v -> v.line() == line).findFirst().orElseThrow();
  }
}
