package ma.jisr.service.shops;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Script;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.map.place.Area;
import ma.jisr.service.Holding;
import ma.jisr.service.Ports;
import ma.jisr.service.Service;
import ma.jisr.service.ServiceRoutes;
import ma.jisr.service.hotspots.HoursWords;
import ma.jisr.service.hotspots.Requests;
import ma.jisr.service.hotspots.SpotWords;

/**
 * The shop service: tells where a shop is, until when it is open, who is on duty, how it is paid
 * and who delivers. Answers at once from memory.
 */
public final class ShopFinding implements Service {
  public static final List<String> FLOWS = List.of("/ma/jisr/service/shops/find.yaml");

  private final Ports ports;
  private final HoursWords hours = new HoursWords();

  public ShopFinding(Ports ports) {
    this.ports = ports;
  }

  @Override
  public String name() {
    return "shops";
  }

  @Override
  public List<Operation> operations() {
    return ShopOperations.ALL;
  }

  @Override
  public List<Holding> holdings() {
    return List.of(new StaffHolding(ports.staff()));
  }

  @Override
  public List<ServiceRoutes> routes() {
    return List.of(new ShopRoutes(this));
  }

  @Override
  public CompletionStage<OperationResult> answer(OperationRequest request) {
    return CompletableFuture.completedFuture(
        request.operation().equals(ShopOperations.SHOW.name()) ? show(request) : search(request));
  }

  private OperationResult search(OperationRequest request) {
    String near = Requests.id(request, "near");
    ShopMatches found =
        ports
            .shops()
            .search(
                Requests.text(request, "text"),
                near,
                ShopOperations.CHOICES,
                ports.clock().instant());
    List<Value.Item> items = found.shops().stream().map(shop -> item(shop, near)).toList();
    Map<String, Value> values = new HashMap<>();
    values.put("shops", new Value.Items(items));
    if (found.sure()) values.put("shop", items.getFirst());
    return new OperationResult(outcome(found), values);
  }

  /** A trade without a place, and nobody knows where they are: that is asked. */
  private static String outcome(ShopMatches found) {
    if (found.sure()) return "sure";
    if (!found.shops().isEmpty()) return "several";
    return found.trade() == null ? "none" : "where";
  }

  private OperationResult show(OperationRequest request) {
    Optional<Shop> there = ports.shops().byId(Requests.id(request, "shop"));
    if (there.isEmpty()) return new OperationResult("gone", Map.of());
    Shop shop = there.get();
    Instant now = ports.clock().instant();
    Map<String, Value> values = new HashMap<>();
    values.put("name", local(shop.name(), ShopOperations.NAME));
    values.put("code", new Value.Text(shop.code()));
    LocalText landmark = shop.landmark();
    if (landmark != null) values.put("way", local(landmark, ShopOperations.WAY));
    values.put("hours", new Value.Local(hours.of(ports.shops().open(shop, now), now)));
    String merchant = shop.facts().merchant();
    if (merchant != null) values.put("merchant", new Value.Text(merchant));
    String delivery = shop.facts().delivery();
    if (delivery != null)
      values.put("delivery", local(LocalText.same(delivery), ShopOperations.DELIVERY));
    return new OperationResult("found", values);
  }

  private static Value.Local local(LocalText text, int most) {
    return new Value.Local(SpotWords.bounded(text, most));
  }

  /** By its name, and its place where that is not the asker's own. The place is never cut. */
  private Value.Item item(Shop shop, String near) {
    Optional<Area> place = ports.gazetteer().area(shop.place());
    Map<Language, String> labels = new EnumMap<>(Language.class);
    for (Language language : Language.PHONE) {
      if (!shop.name().byLanguage().containsKey(language) && language != Language.FR) continue;
      String where =
          shop.place().equals(near) || place.isEmpty()
              ? ""
              : place.get().name().in(language, false);
      labels.put(language, label(shop.name().in(language, false), where, language));
    }
    return new Value.Item(shop.id(), new LocalText(labels), Map.of());
  }

  private static String label(String name, String place, Language language) {
    boolean arabic = language.script() == Script.ARABIC;
    int most = arabic ? ShopOperations.LABEL_ARABIC : ShopOperations.LABEL;
    if (place.isEmpty()) return SpotWords.cut(name, most);
    String comma = arabic ? "، " : ", ";
    return SpotWords.cut(name, most - comma.length() - place.length()) + comma + place;
  }
}
