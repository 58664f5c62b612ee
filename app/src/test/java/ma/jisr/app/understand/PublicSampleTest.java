package ma.jisr.app.understand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.nlp.Intent;
import ma.jisr.nlp.value.Entities;
import ma.jisr.nlp.value.EntityReader;
import ma.jisr.nlp.value.Found;
import ma.jisr.nlp.value.PlaceReader;
import org.junit.jupiter.api.Test;

/** A last look at the public sample's values, where it is at hand; no rule was made from it. */
class PublicSampleTest {
  private static final EntityReader VALUES = EntityReader.bundled();
  private static final PlaceReader PLACES =
      VALUES.places(new GazetteerPlaces(StarterGazetteer.read()));

  @Test
  void findsNearlyAllValues() throws IOException {
    Optional<Path> sample = sample();
    assumeTrue(sample.isPresent(), "the public sample is not on this machine: skipped");
    ObjectMapper json = new ObjectMapper();
    List<String> missed = new ArrayList<>();
    for (String line : Files.readAllLines(sample.orElseThrow())) {
      JsonNode row = json.readTree(line);
      String text = row.get("text").asText();
      Intent intent = Intent.of(row.get("intent").asText()).orElseThrow();
      List<Found> found = found(text, intent);
      row.get("entities")
          .properties()
          .forEach(
              wanted -> {
                if (found.stream().noneMatch(f -> is(f, wanted.getKey(), wanted.getValue())))
                  missed.add(text + ": " + wanted);
              });
    }
    assertEquals(List.of(), missed);
  }

  /** Beside this checkout or further up. */
  private static Optional<Path> sample() {
    return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
        .map(p -> p.resolve("shared/data/nlp/public-sample.jsonl"))
        .filter(Files::exists)
        .findFirst();
  }

  private static List<Found> found(String text, Intent intent) {
    Entities all = VALUES.read(text);
    List<Found> found = new ArrayList<>(all.of(intent).all());
    if (intent.takesPlace()) PLACES.read(text, all).ifPresent(found::add);
    return found;
  }

  private static boolean is(Found found, String type, JsonNode wanted) {
    return found.type().label().equals(type) && found.value().equals(wanted.asText());
  }
}
