package ma.jisr.map.hotspot;

import static ma.jisr.map.ledger.JsonFields.constant;
import static ma.jisr.map.ledger.JsonFields.local;
import static ma.jisr.map.ledger.JsonFields.lower;
import static ma.jisr.map.ledger.JsonFields.maybe;
import static ma.jisr.map.ledger.JsonFields.maybeLocal;
import static ma.jisr.map.ledger.JsonFields.set;
import static ma.jisr.map.ledger.JsonFields.text;
import static ma.jisr.map.ledger.JsonFields.texts;
import static ma.jisr.map.ledger.JsonFields.tree;
import static ma.jisr.map.ledger.JsonFields.unlessEmpty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import ma.jisr.base.GeoPoint;
import ma.jisr.map.hours.Timetable;
import ma.jisr.map.ledger.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a hotspot. Fields that this release does not know are kept. Schema 1 had no
 * Ramadan, Friday, sponsor, source, tags, retirement nor history, and did not say who confirmed:
 * all of that is absent from it and reads as such.
 */
final class HotspotJson {
  /** Written into each document; a node never writes a newer one than its own. */
  static final int SCHEMA = 2;

  private HotspotJson() {}

  /** Sets what a hotspot says; leaves alone what this release does not know. */
  static void put(ObjectNode node, Hotspot h) {
    Facts facts = h.facts();
    node.put("schema", Math.max(SCHEMA, node.path("schema").asInt()));
    node.put("code", h.code());
    node.set("name", texts(facts.name()));
    node.put("kind", lower(facts.kind()));
    node.put("access", lower(facts.access()));
    JsonFields.put(node, "ssid", facts.ssid());
    node.put("hours", facts.hours().usual());
    JsonFields.put(node, "hoursRamadan", unlessEmpty(facts.hours().ramadan()));
    JsonFields.put(node, "fridayBreak", unlessEmpty(facts.hours().fridayBreak()));
    set(node, "way", facts.way());
    node.put("lat", facts.point().lat());
    node.put("lon", facts.point().lon());
    node.put("exact", facts.exact());
    node.put("place", facts.place());
    JsonFields.put(node, "operator", facts.operator());
    set(node, "sponsor", facts.sponsor());
    JsonFields.put(node, "source", facts.source());
    node.remove("tags");
    if (!facts.tags().isEmpty()) node.set("tags", tree(facts.tags()));
    node.put("state", lower(h.state()));
    Confirmation confirmed = h.confirmed();
    JsonFields.put(node, "confirmed", confirmed == null ? null : confirmed.at().toString());
    JsonFields.put(node, "confirmedBy", confirmed == null ? null : lower(confirmed.by()));
    node.put("retired", h.retired());
    node.put("sample", h.sample());
  }

  /**
   * @throws IllegalArgumentException when it is not a hotspot's
   */
  static Hotspot hotspot(String id, JsonNode node) {
    try {
      return new Hotspot(
          id,
          text(node, "code"),
          facts(node),
          constant(Hotspot.State.class, text(node, "state")),
          confirmation(node),
          node.path("retired").asBoolean(),
          node.path("sample").asBoolean());
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException("the stored hotspot cannot be read", e);
    }
  }

  private static Facts facts(JsonNode node) {
    Map<String, String> tags = new HashMap<>();
    node.path("tags").properties().forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
    return new Facts(
        local(node.path("name")),
        constant(Hotspot.Kind.class, text(node, "kind")),
        constant(Hotspot.Access.class, text(node, "access")),
        maybe(node, "ssid"),
        new Timetable(text(node, "hours"), text(node, "hoursRamadan"), text(node, "fridayBreak")),
        maybeLocal(node, "way"),
        new GeoPoint(node.path("lat").asDouble(Double.NaN), node.path("lon").asDouble()),
        node.path("exact").asBoolean(),
        text(node, "place"),
        maybe(node, "operator"),
        maybeLocal(node, "sponsor"),
        maybe(node, "source"),
        tags);
  }

  private static @Nullable Confirmation confirmation(JsonNode node) {
    if (!node.hasNonNull("confirmed")) return null;
    String by = node.path("confirmedBy").asText("source");
    return new Confirmation(
        Instant.parse(text(node, "confirmed")), constant(Confirmation.By.class, by));
  }
}
