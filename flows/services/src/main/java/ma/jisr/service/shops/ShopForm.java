package ma.jisr.service.shops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import ma.jisr.map.change.Change.Subject;
import ma.jisr.map.ledger.Form;
import ma.jisr.store.CollectionSpec;

/** How shops are kept. */
public final class ShopForm implements Form<Shop> {
  public static final ShopForm INSTANCE = new ShopForm();

  public static final CollectionSpec SPEC =
      new CollectionSpec("shops", CollectionSpec.Area.LIVE, List.of());

  private ShopForm() {}

  @Override
  public CollectionSpec spec() {
    return SPEC;
  }

  @Override
  public Subject subject() {
    return Subject.SHOP;
  }

  @Override
  public String word() {
    return "shop";
  }

  @Override
  public String id(Shop shop) {
    return shop.id();
  }

  @Override
  public Shop read(String id, JsonNode node) {
    return ShopJson.read(id, node);
  }

  @Override
  public void put(ObjectNode node, Shop shop) {
    ShopJson.write(node, shop);
  }
}
