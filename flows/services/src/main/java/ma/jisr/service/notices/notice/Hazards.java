package ma.jisr.service.notices.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.parse.FlowParser;
import ma.jisr.service.audience.Topic;

/**
 * The hazards for which words lie ready: what each of them is ({@code hazards.json}) and what it
 * says ({@code hazards.yaml}, in the form of a flow's messages). Immutable; read once.
 */
public final class Hazards {
  private static final String FOLDER = "/ma/jisr/service/notices/";
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Map<String, Hazard> byId = new LinkedHashMap<>();
  private final Map<String, Message> messages;

  private Hazards(JsonNode data, Map<String, Message> messages) {
    this.messages = Map.copyOf(messages);
    for (JsonNode one : data) {
      Hazard hazard = hazard(one);
      if (byId.put(hazard.id(), hazard) != null)
        throw new IllegalArgumentException(hazard.id() + " is there twice");
    }
  }

  /** Read once: it is not changed. */
  private static final class Shipped {
    static final Hazards HAZARDS = shipped();
  }

  /** Those that come with Jisr. */
  public static Hazards read() {
    return Shipped.HAZARDS;
  }

  private static Hazards shipped() {
    try {
      return new Hazards(
          MAPPER.readTree(resource("hazards.json")),
          FlowParser.messages("hazards.yaml", resource("hazards.yaml")));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("hazards.json is not JSON", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Hazards.class.getResourceAsStream(FOLDER + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Hazard hazard(JsonNode node) {
    String id = node.path("id").asText();
    List<Duration> lasts = new ArrayList<>();
    for (JsonNode hours : node.path("hours")) lasts.add(Duration.ofHours(hours.asInt()));
    List<Hazard.Action> actions = new ArrayList<>();
    for (JsonNode action : node.path("actions"))
      actions.add(new Hazard.Action(action.asText(), text(id + "." + action.asText())));
    return new Hazard(
        id,
        Topic.of(node.path("topic").asText()).orElseThrow(() -> wrong(id, "topic")),
        word(Category.class, node, "category"),
        word(Response.class, node, "response"),
        new Gravity(
            word(Severity.class, node, "severity"),
            word(Urgency.class, node, "urgency"),
            word(Certainty.class, node, "certainty")),
        lasts,
        actions,
        text(id + ".name"));
  }

  private static <E extends Enum<E>> E word(Class<E> type, JsonNode node, String field) {
    return CapWord.in(type, node.path(field).asText())
        .orElseThrow(() -> wrong(node.path("id").asText(), field));
  }

  private static IllegalArgumentException wrong(String id, String field) {
    return new IllegalArgumentException(id + ": no such " + field);
  }

  /** All of them, in the order of a menu. */
  public List<Hazard> all() {
    return List.copyOf(byId.values());
  }

  public Optional<Hazard> named(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The hazard of a filled template. */
  Hazard of(Template template) {
    return named(template.hazard())
        .orElseThrow(
            () -> new IllegalArgumentException("template: no hazard '" + template.hazard() + "'"));
  }

  /** A message in a language, its variants from full to terse; empty where it has none. */
  Optional<Message> message(String name, Language language) {
    Message all = messages.get(name);
    if (all == null) return Optional.empty();
    List<String> variants = all.variants().get(language);
    return variants == null
        ? Optional.empty()
        : Optional.of(new Message(name, Map.of(language, variants), all.line()));
  }

  /** The fullest variant of a message in each language. */
  LocalText text(String name) {
    Message message = messages.get(name);
    if (message == null) throw new IllegalArgumentException("hazards.yaml has no " + name);
    Map<Language, String> texts = new EnumMap<>(Language.class);
    message.variants().forEach((language, variants) -> texts.put(language, variants.getFirst()));
    return new LocalText(texts);
  }
}
