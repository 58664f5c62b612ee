package ma.jisr.app.exchange;

import java.util.List;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.map.exchange.Plan;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopDeed;
import ma.jisr.service.shops.ShopRights;
import ma.jisr.service.shops.file.ShopExchange;
import ma.jisr.service.shops.file.ShopFiles;

/** Shops in and out of tables. */
public final class ShopFileDesk extends TableDesk<Shop> {
  private final ShopExchange exchange;
  private final Supplier<Gazetteer> places;

  /**
   * @param places the gazetteer in use
   */
  public ShopFileDesk(ShopExchange exchange, Supplier<Gazetteer> places) {
    super("shops", exchange.publishing());
    this.exchange = exchange;
    this.places = places;
  }

  @Override
  Plan plan(Actor actor, byte[] file, Label label) {
    return exchange.plan(actor, label.name(), file, label.options().contains(DUPLICATES));
  }

  @Override
  boolean exports(Actor actor) {
    return ShopRights.of(actor.role()).contains(ShopDeed.EXPORT);
  }

  @Override
  List<Shop> rows(Actor actor, String area) {
    Gazetteer now = places.get();
    return exchange.shops(actor).stream()
        .filter(shop -> area.isEmpty() || now.way(shop.place()).contains(area))
        .toList();
  }

  @Override
  byte[] csv(List<Shop> rows) {
    return ShopFiles.csv(rows);
  }
}
