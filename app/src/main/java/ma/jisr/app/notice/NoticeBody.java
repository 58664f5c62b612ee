package ma.jisr.app.notice;

import static ma.jisr.map.ledger.JsonFields.constant;
import static ma.jisr.map.ledger.JsonFields.lower;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.service.audience.Topic;
import ma.jisr.service.notices.area.Area;
import ma.jisr.service.notices.area.Circle;
import ma.jisr.service.notices.area.Polygon;
import ma.jisr.service.notices.notice.Category;
import ma.jisr.service.notices.notice.Certainty;
import ma.jisr.service.notices.notice.Gravity;
import ma.jisr.service.notices.notice.Hazard;
import ma.jisr.service.notices.notice.Hazards;
import ma.jisr.service.notices.notice.Kind;
import ma.jisr.service.notices.notice.NoticeFacts;
import ma.jisr.service.notices.notice.Response;
import ma.jisr.service.notices.notice.Severity;
import ma.jisr.service.notices.notice.Status;
import ma.jisr.service.notices.notice.Template;
import ma.jisr.service.notices.notice.Urgency;
import ma.jisr.service.notices.notice.Words;
import org.jspecify.annotations.Nullable;

/** What an official says in a notice, as JSON: in requests, in answers and in files of commands. */
public final class NoticeBody {
  private NoticeBody() {}

  public static ObjectNode write(NoticeFacts facts) {
    ObjectNode node = JsonFields.object();
    node.put("kind", lower(facts.kind())).put("status", lower(facts.status()));
    node.put("topic", facts.topic().id()).put("category", lower(facts.category()));
    node.put("severity", lower(facts.gravity().severity()));
    node.put("urgency", lower(facts.gravity().urgency()));
    node.put("certainty", lower(facts.gravity().certainty()));
    node.put("response", lower(facts.response()));
    Template template = facts.template();
    if (template != null)
      node.putObject("template").put("hazard", template.hazard()).put("action", template.action());
    if (!facts.words().isEmpty()) words(node.putObject("words"), facts.words());
    area(node.putObject("area"), facts.area());
    node.put("from", facts.from().toString()).put("until", facts.until().toString());
    if (!facts.references().isEmpty()) list(node, "references", facts.references());
    node.set("sender", JsonFields.texts(facts.sender()));
    return node;
  }

  private static void words(ObjectNode node, Map<Language, Words> words) {
    new EnumMap<>(words)
        .forEach(
            (language, one) -> {
              ObjectNode said = node.putObject(language.tag()).put("headline", one.headline());
              if (!one.description().isEmpty()) said.put("description", one.description());
              if (!one.instruction().isEmpty()) said.put("instruction", one.instruction());
            });
  }

  private static void area(ObjectNode node, Area area) {
    list(node, "places", area.places().stream().sorted().toList());
    list(node, "polygons", area.polygons().stream().map(Polygon::text).toList());
    list(node, "circles", area.circles().stream().map(Circle::text).toList());
    list(node, "groups", area.groups().stream().sorted().toList());
    JsonFields.set(node, "name", area.name());
  }

  private static void list(ObjectNode node, String field, Collection<String> values) {
    if (!values.isEmpty()) values.forEach(node.putArray(field)::add);
  }

  /**
   * What a body says. What a template says of its hazard need not be said again; without {@code
   * from} it goes at once.
   *
   * @throws IllegalArgumentException naming the field that cannot be
   */
  public static NoticeFacts read(JsonNode body, Hazards hazards, Instant now) {
    Optional<Hazard> hazard =
        Optional.of(body.path("template").path("hazard").asText(""))
            .filter(id -> !id.isEmpty())
            .map(id -> hazards.named(id).orElseThrow(() -> wrong("template", "no hazard " + id)));
    Gravity gravity = hazard.map(Hazard::gravity).orElse(Gravity.ORDINARY);
    return new NoticeFacts(
        one(body, "kind", Kind.class, Kind.ALERT),
        one(body, "status", Status.class, Status.ACTUAL),
        topic(body, hazard.map(Hazard::topic).orElse(Topic.OTHER)),
        one(body, "category", Category.class, hazard.map(Hazard::category).orElse(Category.OTHER)),
        new Gravity(
            one(body, "severity", Severity.class, gravity.severity()),
            one(body, "urgency", Urgency.class, gravity.urgency()),
            one(body, "certainty", Certainty.class, gravity.certainty())),
        one(body, "response", Response.class, hazard.map(Hazard::response).orElse(Response.NONE)),
        hazard.map(found -> template(body, found)).orElse(null),
        words(body.path("words")),
        area(body.path("area")),
        instant(body, "from", now),
        instant(body, "until", null),
        strings(body.path("references")),
        needed("sender", texts("sender", body.path("sender"))),
        null);
  }

  private static Template template(JsonNode body, Hazard hazard) {
    String action = body.path("template").path("action").asText("");
    return new Template(hazard.id(), hazard.action(action).id());
  }

  private static Map<Language, Words> words(JsonNode node) {
    Map<Language, Words> words = new EnumMap<>(Language.class);
    node.properties()
        .forEach(
            entry -> {
              Language language =
                  Language.of(entry.getKey())
                      .orElseThrow(() -> wrong("words", "no language " + entry.getKey()));
              JsonNode said = entry.getValue();
              words.put(
                  language,
                  new Words(
                      said.path("headline").asText(""),
                      said.path("description").asText(""),
                      said.path("instruction").asText("")));
            });
    return words;
  }

  private static Area area(JsonNode node) {
    return new Area(
        new HashSet<>(strings(node.path("places"))),
        strings(node.path("polygons")).stream().map(Polygon::of).toList(),
        strings(node.path("circles")).stream().map(Circle::of).toList(),
        new HashSet<>(strings(node.path("groups"))),
        texts("name", node.path("name")));
  }

  /**
   * The language of a tag; null for "".
   *
   * @throws IllegalArgumentException when there is none of it
   */
  public static @Nullable Language language(String tag) {
    if (tag.isEmpty()) return null;
    return Language.of(tag).orElseThrow(() -> wrong("language", "no " + tag));
  }

  private static <E extends Enum<E>> E one(
      JsonNode body, String field, Class<E> type, E otherwise) {
    String word = body.path(field).asText("");
    if (word.isEmpty()) return otherwise;
    try {
      return constant(type, word);
    } catch (IllegalArgumentException e) {
      throw wrong(field, "no " + word);
    }
  }

  private static Topic topic(JsonNode body, Topic otherwise) {
    String id = body.path("topic").asText("");
    return id.isEmpty() ? otherwise : Topic.of(id).orElseThrow(() -> wrong("topic", "no " + id));
  }

  private static Instant instant(JsonNode body, String field, @Nullable Instant otherwise) {
    String text = body.path(field).asText("");
    if (text.isEmpty() && otherwise != null) return otherwise;
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw wrong(field, "not written 2026-03-02T18:00:00Z");
    }
  }

  private static @Nullable LocalText texts(String field, JsonNode node) {
    if (!node.isObject() || node.isEmpty()) return null;
    try {
      return JsonFields.local(node);
    } catch (IllegalArgumentException e) {
      throw wrong(field, "in no language");
    }
  }

  private static LocalText needed(String field, @Nullable LocalText text) {
    if (text == null) throw wrong(field, "missing");
    return text;
  }

  private static List<String> strings(JsonNode node) {
    List<String> all = new ArrayList<>();
    for (JsonNode one : node) all.add(one.asText());
    return all;
  }

  private static IllegalArgumentException wrong(String field, String what) {
    return new IllegalArgumentException(field + ": " + what);
  }
}
