package ma.jisr.service.shops;

import static ma.jisr.map.ledger.JsonFields.constant;
import static ma.jisr.map.ledger.JsonFields.local;
import static ma.jisr.map.ledger.JsonFields.lower;
import static ma.jisr.map.ledger.JsonFields.maybe;
import static ma.jisr.map.ledger.JsonFields.maybeLocal;
import static ma.jisr.map.ledger.JsonFields.put;
import static ma.jisr.map.ledger.JsonFields.set;
import static ma.jisr.map.ledger.JsonFields.text;
import static ma.jisr.map.ledger.JsonFields.texts;
import static ma.jisr.map.ledger.JsonFields.unlessEmpty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ma.jisr.base.GeoPoint;
import ma.jisr.map.hours.Timetable;
import org.jspecify.annotations.Nullable;

/** The stored form of a shop. Fields that this release does not know are kept. */
public final class ShopJson {
  /** Written into each document; a node never writes a newer one than its own. */
  static final int SCHEMA = 1;

  private ShopJson() {}

  /** Sets what a shop says; leaves alone what this release does not know. */
  static void write(ObjectNode node, Shop shop) {
    ShopFacts facts = shop.facts();
    node.put("schema", Math.max(SCHEMA, node.path("schema").asInt()));
    node.put("code", shop.code());
    node.set("name", texts(facts.name()));
    node.remove("aliases");
    if (!facts.aliases().isEmpty()) facts.aliases().forEach(node.putArray("aliases")::add);
    node.put("trade", lower(facts.trade()));
    node.put("place", facts.place());
    point(node, facts.point());
    set(node, "landmark", facts.landmark());
    node.put("hours", facts.hours().usual());
    put(node, "hoursRamadan", unlessEmpty(facts.hours().ramadan()));
    put(node, "fridayBreak", unlessEmpty(facts.hours().fridayBreak()));
    ArrayNode services = node.putArray("services");
    for (ShopService service : facts.services()) write(services.addObject(), service);
    put(node, "merchant", facts.merchant());
    put(node, "delivery", facts.delivery());
    node.remove("duty");
    if (!facts.duty().spans().isEmpty()) {
      ArrayNode spans = node.putArray("duty");
      for (Duty.Span span : facts.duty().spans()) spans.add(span.toString());
    }
    put(node, "source", facts.source());
    node.put("retired", shop.retired());
    node.put("sample", shop.sample());
  }

  private static void point(ObjectNode node, @Nullable GeoPoint point) {
    if (point == null) {
      node.remove(List.of("lat", "lon"));
      return;
    }
    node.put("lat", point.lat()).put("lon", point.lon());
  }

  /** One service as programs and documents hold it. */
  public static void write(ObjectNode node, ShopService service) {
    node.put("id", service.id());
    node.set("name", texts(service.name()));
    node.put("minutes", service.minutes()).put("counters", service.counters());
    SlotRule slots = service.slots();
    if (slots != null)
      node.putObject("slots")
          .put("minutes", slots.minutes())
          .put("capacity", slots.capacity())
          .put("daysAhead", slots.daysAhead());
    ArrayNode classes = node.putArray("first");
    for (Priority first : Priority.values())
      if (service.classes().contains(first)) classes.add(lower(first));
    node.putObject("near")
        .put("positions", service.near().positions())
        .put("minutes", service.near().minutes());
  }

  /**
   * @throws IllegalArgumentException when it is not a shop's
   */
  static Shop read(String id, JsonNode node) {
    try {
      return new Shop(
          id,
          text(node, "code"),
          facts(node),
          node.path("retired").asBoolean(),
          node.path("sample").asBoolean());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("the stored shop cannot be read", e);
    }
  }

  private static ShopFacts facts(JsonNode node) {
    List<String> aliases = new ArrayList<>();
    node.path("aliases").forEach(alias -> aliases.add(alias.asText()));
    List<ShopService> services = new ArrayList<>();
    for (JsonNode service : node.path("services")) services.add(service(service));
    List<Duty.Span> duty = new ArrayList<>();
    for (JsonNode span : node.path("duty")) duty.add(Duty.Span.parse(span.asText()));
    GeoPoint point =
        node.hasNonNull("lat")
            ? new GeoPoint(node.path("lat").asDouble(Double.NaN), node.path("lon").asDouble())
            : null;
    return new ShopFacts(
        local(node.path("name")),
        aliases,
        constant(Trade.class, text(node, "trade")),
        text(node, "place"),
        point,
        maybeLocal(node, "landmark"),
        new Timetable(text(node, "hours"), text(node, "hoursRamadan"), text(node, "fridayBreak")),
        services,
        maybe(node, "merchant"),
        maybe(node, "delivery"),
        new Duty(duty),
        maybe(node, "source"));
  }

  /**
   * What {@link #write(ObjectNode, ShopService)} wrote; what is missing is as usual.
   *
   * @throws IllegalArgumentException naming what cannot be
   */
  public static ShopService service(JsonNode node) {
    JsonNode slots = node.path("slots");
    JsonNode near = node.path("near");
    Set<Priority> first = EnumSet.noneOf(Priority.class);
    for (JsonNode one : node.path("first")) first.add(constant(Priority.class, one.asText()));
    return new ShopService(
        text(node, "id"),
        local(node.path("name")),
        node.path("minutes").asInt(),
        node.path("counters").asInt(1),
        slots.isObject()
            ? new SlotRule(
                slots.path("minutes").asInt(),
                slots.path("capacity").asInt(1),
                slots.path("daysAhead").asInt())
            : null,
        first,
        near.isObject()
            ? new Nearness(near.path("positions").asInt(), near.path("minutes").asInt())
            : Nearness.USUAL);
  }
}
