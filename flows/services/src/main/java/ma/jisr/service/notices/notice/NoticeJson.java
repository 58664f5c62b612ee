package ma.jisr.service.notices.notice;

import static ma.jisr.map.ledger.JsonFields.constant;
import static ma.jisr.map.ledger.JsonFields.local;
import static ma.jisr.map.ledger.JsonFields.lower;
import static ma.jisr.map.ledger.JsonFields.maybeLocal;
import static ma.jisr.map.ledger.JsonFields.set;
import static ma.jisr.map.ledger.JsonFields.text;
import static ma.jisr.map.ledger.JsonFields.texts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.service.audience.Topic;
import ma.jisr.service.notices.area.Area;
import ma.jisr.service.notices.area.Circle;
import ma.jisr.service.notices.area.Polygon;
import org.jspecify.annotations.Nullable;

/** The stored form of what a notice says. Fields that this release does not know are kept. */
final class NoticeJson {
  private NoticeJson() {}

  static void write(ObjectNode node, NoticeFacts facts) {
    node.put("kind", lower(facts.kind())).put("status", lower(facts.status()));
    node.put("topic", facts.topic().id()).put("category", lower(facts.category()));
    Gravity gravity = facts.gravity();
    node.put("severity", lower(gravity.severity())).put("urgency", lower(gravity.urgency()));
    node.put("certainty", lower(gravity.certainty())).put("response", lower(facts.response()));
    node.remove(List.of("template", "words", "origin"));
    Template template = facts.template();
    if (template != null)
      node.putObject("template").put("hazard", template.hazard()).put("action", template.action());
    words(node, facts.words());
    area(node.putObject("area"), facts.area());
    node.put("from", facts.from().toEpochMilli()).put("until", facts.until().toEpochMilli());
    list(node, "references", facts.references());
    node.set("sender", texts(facts.sender()));
    Origin origin = facts.origin();
    if (origin != null)
      node.putObject("origin")
          .put("source", origin.source())
          .put("sender", origin.sender())
          .put("identifier", origin.identifier())
          .put("sent", origin.sent().toEpochMilli());
  }

  private static void words(ObjectNode node, Map<Language, Words> words) {
    if (words.isEmpty()) return;
    ObjectNode all = node.putObject("words");
    for (Language language : Language.values()) {
      Words one = words.get(language);
      if (one == null) continue;
      all.putObject(language.tag())
          .put("headline", one.headline())
          .put("description", one.description())
          .put("instruction", one.instruction());
    }
  }

  private static void area(ObjectNode node, Area area) {
    list(node, "places", area.places().stream().sorted().toList());
    list(node, "polygons", area.polygons().stream().map(Polygon::text).toList());
    list(node, "circles", area.circles().stream().map(Circle::text).toList());
    list(node, "groups", area.groups().stream().sorted().toList());
    set(node, "name", area.name());
  }

  static void list(ObjectNode node, String field, Collection<String> values) {
    node.remove(field);
    if (values.isEmpty()) return;
    ArrayNode all = node.putArray(field);
    values.forEach(all::add);
  }

  /** The texts of SMS, in the order of the languages. */
  static void messages(ObjectNode node, Map<Language, String> messages) {
    node.remove("texts");
    if (!messages.isEmpty()) node.set("texts", texts(new LocalText(messages)));
  }

  static Map<Language, String> messages(JsonNode node) {
    LocalText texts = maybeLocal(node, "texts");
    return texts == null ? Map.of() : texts.byLanguage();
  }

  /**
   * @throws IllegalArgumentException when it is not what a notice says
   */
  static NoticeFacts read(JsonNode node) {
    JsonNode template = node.path("template");
    return new NoticeFacts(
        constant(Kind.class, text(node, "kind")),
        constant(Status.class, text(node, "status")),
        Topic.of(text(node, "topic")).orElse(Topic.OTHER),
        constant(Category.class, text(node, "category")),
        new Gravity(
            constant(Severity.class, text(node, "severity")),
            constant(Urgency.class, text(node, "urgency")),
            constant(Certainty.class, text(node, "certainty"))),
        constant(Response.class, text(node, "response")),
        template.isObject()
            ? new Template(text(template, "hazard"), text(template, "action"))
            : null,
        words(node.path("words")),
        area(node.path("area")),
        instant(node, "from"),
        instant(node, "until"),
        strings(node.path("references")),
        local(node.path("sender")),
        origin(node.path("origin")));
  }

  private static Map<Language, Words> words(JsonNode node) {
    Map<Language, Words> words = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      JsonNode one = node.path(language.tag());
      if (one.isObject())
        words.put(
            language,
            new Words(text(one, "headline"), text(one, "description"), text(one, "instruction")));
    }
    return words;
  }

  private static Area area(JsonNode node) {
    return new Area(
        names(node.path("places")),
        strings(node.path("polygons")).stream().map(Polygon::of).toList(),
        strings(node.path("circles")).stream().map(Circle::of).toList(),
        names(node.path("groups")),
        maybeLocal(node, "name"));
  }

  private static @Nullable Origin origin(JsonNode node) {
    return node.isObject()
        ? new Origin(
            text(node, "source"),
            text(node, "sender"),
            text(node, "identifier"),
            instant(node, "sent"))
        : null;
  }

  static Instant instant(JsonNode node, String field) {
    return Instant.ofEpochMilli(node.path(field).asLong());
  }

  static @Nullable Instant maybeInstant(JsonNode node, String field) {
    return node.hasNonNull(field) ? instant(node, field) : null;
  }

  static Set<String> names(JsonNode node) {
    return new HashSet<>(strings(node));
  }

  static List<String> strings(JsonNode node) {
    List<String> all = new ArrayList<>();
    for (JsonNode one : node) all.add(one.asText());
    return all;
  }
}
