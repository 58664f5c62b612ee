package ma.jisr.service.shops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Role;
import ma.jisr.map.hours.Timetable;
import ma.jisr.map.ledger.Entry;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.map.ledger.Revision;
import ma.jisr.store.Document;
import org.junit.jupiter.api.Test;

/** Documents of shops as releases have written them, read by this one. */
class GoldenShopTest {
  private static Entry<Shop> golden(String name) throws IOException {
    String file = "/ma/jisr/service/shops/" + name + ".json";
    try (InputStream in =
        Objects.requireNonNull(GoldenShopTest.class.getResourceAsStream(file), file)) {
      String body = new String(in.readAllBytes(), UTF_8);
      return Entry.of(ShopForm.INSTANCE, new Document("s1", 1, "w1", body));
    }
  }

  @Test
  void theFirstSchemaIsRead() throws IOException {
    Entry<Shop> stored = golden("shop-1");
    Shop shop = stored.thing();
    assertEquals("2081", shop.code());
    assertEquals(
        LocalText.of(Language.FR, "Pharmacie Toubkal", Language.AR, "صيدلية توبقال"), shop.name());
    assertEquals(Trade.PHARMACY, shop.trade());
    assertEquals(
        new Timetable("Mo-Fr 09:00-13:00,15:00-20:00", "Mo-Fr 10:00-16:00", "12:30-14:30"),
        shop.hours());
    ShopService service = shop.service("comptoir").orElseThrow();
    assertEquals(new SlotRule(30, 3, 7), service.slots());
    assertEquals(Set.of(Priority.ELDERLY, Priority.PREGNANT), service.classes());
    assertEquals(new Nearness(3, 20), service.near());
    assertEquals("[2026-03-02/2026-03-08, 2026-04-01]", shop.facts().duty().spans().toString());
    assertEquals(List.of("Lfarmasian d Toubkal"), shop.facts().aliases());
    assertTrue(shop.retired());
    Revision<Shop> first = stored.history().getFirst();
    assertNull(first.before());
    Revision<Shop> second = stored.history().getLast();
    assertEquals(Role.OPERATOR, second.role());
    assertEquals("retire", second.deed());
    assertEquals(Trade.PHARMACY, Objects.requireNonNull(second.before()).trade());
  }

  /** What is written is what is read, and what a newer release added stays. */
  @Test
  void whatIsReadIsWrittenBack() throws IOException {
    Entry<Shop> stored = golden("shop-1");
    ObjectNode node = JsonFields.parse(stored.body());
    ShopForm.INSTANCE.put(node, stored.thing());
    assertEquals(JsonFields.parse(stored.body()), node);
  }
}
