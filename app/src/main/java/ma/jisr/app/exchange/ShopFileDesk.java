package ma.jisr.app.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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
public final class ShopFileDesk extends PlanDesk {
  /** Takes rows that seem to be there already. */
  public static final String DUPLICATES = "duplicates";

  private static final String CSV = "csv";

  private final ShopExchange exchange;
  private final Supplier<Gazetteer> places;

  /**
   * @param places the gazetteer in use
   */
  public ShopFileDesk(ShopExchange exchange, Supplier<Gazetteer> places) {
    super(exchange.publishing());
    this.exchange = exchange;
    this.places = places;
  }

  @Override
  public String things() {
    return "shops";
  }

  @Override
  public Set<String> formats() {
    return Set.of(AUTO, CSV);
  }

  @Override
  public Set<String> written() {
    return Set.of(CSV);
  }

  @Override
  Plan plan(Actor actor, byte[] file, Label label) {
    return exchange.plan(actor, label.name(), file, label.options().contains(DUPLICATES));
  }

  @Override
  public Optional<Exported> export(Actor actor, String format, String area, int most) {
    if (!ShopRights.of(actor.role()).contains(ShopDeed.EXPORT)) return Optional.empty();
    Gazetteer now = places.get();
    List<Shop> shops =
        exchange.shops(actor).stream()
            .filter(shop -> area.isEmpty() || now.way(shop.place()).contains(area))
            .toList();
    bounded(shops.size(), most, things());
    return Optional.of(new Exported(shops.size(), new String(ShopFiles.csv(shops), UTF_8)));
  }
}
