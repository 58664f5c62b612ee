package ma.jisr.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.LocalText;
import ma.jisr.map.hours.Timetable;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.service.shops.Duty;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopFacts;
import ma.jisr.service.shops.ShopJson;
import ma.jisr.service.shops.ShopService;
import ma.jisr.service.shops.Trade;
import org.jspecify.annotations.Nullable;

/** A shop in JSON, and what programs write about one. */
final class ShopBody {
  private ShopBody() {}

  static ObjectNode write(Versioned<Shop> kept) {
    return write(kept.thing(), kept.version());
  }

  static ObjectNode write(Shop shop, long version) {
    ObjectNode node = Forms.object().put("id", shop.id()).put("code", shop.code());
    node.put("version", version);
    node.set("facts", facts(shop.facts()));
    return node.put("retired", shop.retired()).put("sample", shop.sample());
  }

  private static ObjectNode facts(ShopFacts facts) {
    ObjectNode node = Forms.object();
    node.set("name", Forms.texts(facts.name()));
    if (!facts.aliases().isEmpty()) facts.aliases().forEach(node.putArray("aliases")::add);
    node.put("trade", Forms.lower(facts.trade())).put("place", facts.place());
    GeoPoint point = facts.point();
    if (point != null) node.set("point", Forms.point(point));
    LocalText landmark = facts.landmark();
    if (landmark != null) node.set("landmark", Forms.texts(landmark));
    Forms.put(node, "hours", facts.hours().usual());
    Forms.put(node, "hoursRamadan", facts.hours().ramadan());
    Forms.put(node, "fridayBreak", facts.hours().fridayBreak());
    ArrayNode services = node.putArray("services");
    for (ShopService service : facts.services()) ShopJson.write(services.addObject(), service);
    Forms.put(node, "merchant", facts.merchant());
    Forms.put(node, "delivery", facts.delivery());
    ArrayNode duty = node.putArray("duty");
    for (Duty.Span span : facts.duty().spans()) duty.add(span.toString());
    Forms.put(node, "source", facts.source());
    return node;
  }

  /**
   * The facts that a body holds.
   *
   * @param node as the description says
   * @throws IllegalArgumentException naming what cannot be
   */
  static ShopFacts facts(JsonNode node) {
    LocalText name = Forms.texts(node.path("name"));
    if (name == null) throw new IllegalArgumentException("name is missing");
    List<String> aliases = new ArrayList<>();
    node.path("aliases").forEach(alias -> aliases.add(alias.asText().strip()));
    List<ShopService> services = new ArrayList<>();
    for (JsonNode service : node.path("services")) services.add(ShopJson.service(service));
    return new ShopFacts(
        name,
        aliases,
        Forms.constant(Trade.class, node.path("trade").asText()),
        node.path("place").asText(),
        node.has("point") ? Forms.point(node.path("point")) : null,
        Forms.texts(node.path("landmark")),
        new Timetable(text(node, "hours"), text(node, "hoursRamadan"), text(node, "fridayBreak")),
        services,
        Forms.line(node, "merchant"),
        Forms.line(node, "delivery"),
        duty(node),
        Forms.line(node, "source"));
  }

  private static Duty duty(JsonNode node) {
    List<Duty.Span> spans = new ArrayList<>();
    try {
      for (JsonNode span : node.path("duty")) spans.add(Duty.Span.parse(span.asText()));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("duty: there is no such day", e);
    }
    return new Duty(spans);
  }

  private static String text(JsonNode node, String field) {
    @Nullable String line = Forms.line(node, field);
    return line == null ? "" : line;
  }
}
