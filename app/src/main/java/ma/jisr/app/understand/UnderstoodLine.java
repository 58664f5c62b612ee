package ma.jisr.app.understand;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ma.jisr.nlp.Intent;
import ma.jisr.nlp.model.Ranking;
import ma.jisr.nlp.model.Ranking.Candidate;
import ma.jisr.nlp.model.Reader;
import ma.jisr.nlp.model.Reading;
import ma.jisr.nlp.model.Verdict;
import ma.jisr.nlp.value.Entities;
import ma.jisr.nlp.value.EntityReader;
import ma.jisr.nlp.value.EntityType;
import ma.jisr.nlp.value.Found;
import ma.jisr.nlp.value.PlaceReader;
import ma.jisr.nlp.value.Places;

/**
 * A message as a line of JSON, answered by what Jisr understands of it: {@code {"id","text"}} in,
 * {@code {"id","lang","intent","entities","confidence","alternatives"}} out. What is no such line
 * gets {@code {"id","error"}}. Safe for use by several threads.
 */
public final class UnderstoodLine {
  /** Longer lines are refused, in UTF-16 units: a text of 2,000 as escapes, and an id. */
  public static final int MAX_LINE = 16_384;

  /** The intent of a message that Jisr would ask back about. */
  private static final String ABSTAIN = "abstain";

  private static final int MAX_ID = 100;

  private final ObjectMapper json =
      new ObjectMapper(
          JsonFactory.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxStringLength(MAX_LINE)
                      .maxNestingDepth(4)
                      .build())
              .build());

  private final Reader reader;
  private final EntityReader entities = EntityReader.bundled();
  private final PlaceReader places;

  public UnderstoodLine(Reader reader, Places places) {
    this.reader = reader;
    this.places = entities.places(places);
  }

  /** The answer to a line, without a line end; never throws. */
  public String answer(String line) {
    if (line.length() > MAX_LINE)
      return error(Optional.empty(), "longer than " + MAX_LINE + " characters");
    JsonNode read;
    try {
      read = json.readTree(line);
    } catch (JacksonException e) {
      return error(Optional.empty(), "no JSON");
    }
    if (!read.isObject()) return error(Optional.empty(), "no JSON object");
    JsonNode id = read.path("id");
    if (!(id.isTextual() || id.isIntegralNumber()) || id.asText().length() > MAX_ID)
      return error(
          Optional.empty(),
          "\"id\" is no string or whole number of up to " + MAX_ID + " characters");
    JsonNode text = read.path("text");
    if (!text.isTextual()) return error(Optional.of(id), "\"text\" is no string");
    if (text.asText().length() > EntityReader.MAX_LENGTH)
      return error(Optional.of(id), "\"text\" is longer than " + EntityReader.MAX_LENGTH);
    return answer(id, text.asText()).toString();
  }

  private ObjectNode answer(JsonNode id, String text) {
    Entities found = entities.read(text);
    Reading reading = reader.read(found.inFigures(text));
    Ranking ranking = reading.ranking();
    Candidate best = ranking.best();
    ObjectNode out = json.createObjectNode();
    out.set("id", id);
    out.put("lang", ranking.tongue().tag());
    out.put("intent", reading.verdict() instanceof Verdict.Sure ? best.intent().label() : ABSTAIN);
    out.set("entities", values(text, found, best.intent()));
    out.put("confidence", Math.round(best.probability() * 1000) / 1000.0);
    ArrayNode others = out.putArray("alternatives");
    alternatives(reading).map(Intent::label).forEach(others::add);
    return out;
  }

  /** Behind an answer the next two; in a question what it offers, "none" by its own place. */
  private static Stream<Intent> alternatives(Reading reading) {
    Stream<Intent> ranked = reading.ranking().candidates().stream().map(Candidate::intent);
    return switch (reading.verdict()) {
      case Verdict.Sure(Intent intent) -> ranked.filter(i -> i != intent).limit(Reader.MENU - 1);
      case Verdict.Ask(List<Intent> menu) ->
          ranked.filter(i -> i == Intent.NONE || menu.contains(i)).limit(Reader.MENU + 1L);
    };
  }

  private ObjectNode values(String text, Entities read, Intent intent) {
    Entities found = read;
    if (intent.takesPlace()) {
      Optional<Found> place = places.read(text, found);
      if (place.isPresent()) found = found.with(place.get());
    }
    Map<EntityType, ArrayNode> byType = new LinkedHashMap<>();
    for (Found one : found.of(intent).all()) {
      ArrayNode values = byType.computeIfAbsent(one.type(), type -> json.createArrayNode());
      if (one.type() == EntityType.AMOUNT)
        values.add(json.getNodeFactory().numberNode(new BigDecimal(one.value())));
      else values.add(one.value());
    }
    ObjectNode out = json.createObjectNode();
    byType.forEach(
        (type, values) ->
            out.set(
                type.name().toLowerCase(Locale.ROOT), values.size() == 1 ? values.get(0) : values));
    return out;
  }

  private String error(Optional<JsonNode> id, String message) {
    ObjectNode out = json.createObjectNode();
    id.ifPresent(node -> out.set("id", node));
    return out.put("error", message).toString();
  }
}
