package ma.jisr.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.LocalText;
import ma.jisr.map.hotspot.Confirmation;
import ma.jisr.map.hotspot.Facts;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.Kept;
import ma.jisr.map.hours.Timetable;
import ma.jisr.map.place.Area;
import org.jspecify.annotations.Nullable;

/** A hotspot in JSON, and what programs write about one. */
final class HotspotForm {
  private HotspotForm() {}

  static ObjectNode write(Kept kept) {
    return write(kept.hotspot(), kept.version());
  }

  static ObjectNode write(Hotspot hotspot, long version) {
    ObjectNode node = Forms.object().put("id", hotspot.id());
    node.put("code", hotspot.code()).put("version", version);
    node.set("facts", facts(hotspot.facts()));
    rest(node, hotspot);
    return node;
  }

  private static void rest(ObjectNode node, Hotspot hotspot) {
    node.put("state", Forms.lower(hotspot.state()));
    Confirmation confirmed = hotspot.confirmed();
    if (confirmed != null)
      node.putObject("confirmed")
          .put("at", confirmed.at().toString())
          .put("by", Forms.lower(confirmed.by()));
    node.put("retired", hotspot.retired()).put("sample", hotspot.sample());
  }

  private static ObjectNode facts(Facts facts) {
    ObjectNode node = Forms.object();
    node.set("name", Forms.texts(facts.name()));
    node.put("kind", Forms.lower(facts.kind())).put("access", Forms.lower(facts.access()));
    Forms.put(node, "ssid", facts.ssid());
    Forms.put(node, "hours", facts.hours().usual());
    Forms.put(node, "hoursRamadan", facts.hours().ramadan());
    Forms.put(node, "fridayBreak", facts.hours().fridayBreak());
    LocalText way = facts.way();
    if (way != null) node.set("way", Forms.texts(way));
    node.set("point", Forms.point(facts.point()));
    node.put("exact", facts.exact()).put("place", facts.place());
    Forms.put(node, "operator", facts.operator());
    LocalText sponsor = facts.sponsor();
    if (sponsor != null) node.set("sponsor", Forms.texts(sponsor));
    Forms.put(node, "source", facts.source());
    if (!facts.tags().isEmpty()) {
      ObjectNode tags = node.putObject("tags");
      new TreeMap<>(facts.tags()).forEach(tags::put);
    }
    return node;
  }

  /** The same as a feature: its facts and the rest side by side. */
  static ObjectNode feature(Kept kept) {
    return feature(kept.hotspot(), kept.version());
  }

  static ObjectNode feature(Hotspot hotspot, long version) {
    ObjectNode properties = facts(hotspot.facts());
    properties.remove("point");
    properties.put("code", hotspot.code()).put("version", version);
    rest(properties, hotspot);
    return Forms.feature(hotspot.id(), hotspot.facts().point(), properties);
  }

  /**
   * The facts that a body holds.
   *
   * @param node as the description says
   * @param place where it lies: gives the point when there is none
   * @throws IllegalArgumentException naming what cannot be
   */
  static Facts facts(JsonNode node, Area place) {
    LocalText name = Forms.texts(node.path("name"));
    if (name == null) throw new IllegalArgumentException("name is missing");
    boolean pointed = node.has("point");
    Map<String, String> tags = new HashMap<>();
    node.path("tags").properties().forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
    GeoPoint point = pointed ? Forms.point(node.path("point")) : place.point();
    return new Facts(
        name,
        Forms.constant(Hotspot.Kind.class, node.path("kind").asText()),
        Forms.constant(Hotspot.Access.class, node.path("access").asText()),
        Forms.line(node, "ssid"),
        new Timetable(text(node, "hours"), text(node, "hoursRamadan"), text(node, "fridayBreak")),
        Forms.texts(node.path("way")),
        point,
        pointed && node.path("exact").asBoolean(true),
        place.id(),
        Forms.line(node, "operator"),
        Forms.texts(node.path("sponsor")),
        Forms.line(node, "source"),
        tags);
  }

  private static String text(JsonNode node, String field) {
    @Nullable String line = Forms.line(node, field);
    return line == null ? "" : line;
  }
}
