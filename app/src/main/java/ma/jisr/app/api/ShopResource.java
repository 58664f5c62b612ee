package ma.jisr.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import ma.jisr.gateway.api.Operation;
import ma.jisr.gateway.api.Problem;
import ma.jisr.gateway.api.ProblemException;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.ledger.Shelf;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopDeed;
import ma.jisr.service.shops.ShopDesk;
import ma.jisr.service.shops.ShopDraft;
import ma.jisr.service.shops.ShopFacts;
import ma.jisr.service.shops.ShopMatches;
import ma.jisr.service.shops.ShopRights;
import ma.jisr.service.shops.Shops;
import org.jspecify.annotations.Nullable;

/** The shops: what the desk, the book and the store have to say of them. */
final class ShopResource {
  /** Three choices fit a screen. */
  private static final int USUAL_MATCHES = 3;

  private final Shops shops;
  private final Supplier<Gazetteer> places;
  private final InstantSource clock;

  ShopResource(Rooms rooms, InstantSource clock) {
    this.shops = rooms.shops();
    this.places = rooms.places();
    this.clock = clock;
  }

  Map<String, Operation> operations() {
    ShopDesk desk = shops.desk();
    return Map.of(
        "listShops",
        this::list,
        "searchShops",
        this::search,
        "getShop",
        call -> told(desk.read(call.actor(), call.text("id"))),
        "createShop",
        this::create,
        "changeShop",
        call ->
            told(
                desk.change(
                    call.actor(),
                    call.text("id"),
                    call.version(),
                    facts(call.json()),
                    call.writeId())),
        "retireShop",
        call -> told(desk.retire(call.actor(), call.text("id"), call.version(), call.writeId())),
        "undoShop",
        call -> told(desk.undo(call.actor(), call.text("id"), call.version(), call.writeId())),
        "shopHistory",
        this::history);
  }

  private CompletableFuture<Answer> list(Call call) {
    Listing.Source<Versioned<Shop>> source =
        (after, limit) -> shops.shelf().page(after, limit).thenApply(ShopResource::page);
    return new Listing<>(call, source, wanted(call), kept -> kept.thing().id())
        .answer(
            found -> {
              ObjectNode body = Forms.object();
              ArrayNode rows = body.putArray("shops");
              for (Versioned<Shop> kept : found) rows.add(ShopBody.write(kept));
              return body;
            });
  }

  private static Listing.Page<Versioned<Shop>> page(Shelf.Page<Shop> page) {
    return new Listing.Page<>(page.things(), page.next().isEmpty() ? null : page.next());
  }

  private Predicate<Versioned<Shop>> wanted(Call call) {
    Gazetteer gazetteer = places.get();
    String place = call.text("place");
    String trade = call.text("trade");
    boolean retired = call.flag("retired");
    return kept -> {
      Shop shop = kept.thing();
      List<String> way = gazetteer.way(shop.place());
      return ShopRights.allow(call.actor(), ShopDeed.READ, way)
          && (retired || !shop.retired())
          && (place.isEmpty() || way.contains(place))
          && (trade.isEmpty() || trade.equals(Forms.lower(shop.trade())));
    };
  }

  /** What people would be told: in everybody's book, whatever the territory. */
  private CompletableFuture<Answer> search(Call call) {
    ShopMatches found =
        shops
            .book()
            .search(
                call.text("q"),
                call.text("near"),
                call.whole("limit", USUAL_MATCHES),
                clock.instant());
    ObjectNode body = Forms.object().put("sure", found.sure());
    ArrayNode rows = body.putArray("shops");
    for (Shop shop : found.shops()) {
      ObjectNode row = rows.addObject().put("id", shop.id()).put("code", shop.code());
      row.set("name", Forms.texts(shop.name()));
      row.put("trade", Forms.lower(shop.trade())).put("place", shop.place());
      row.put("open", Forms.lower(shops.book().open(shop, clock.instant()).kind()));
    }
    return CompletableFuture.completedFuture(Answer.json(body));
  }

  private CompletableFuture<Answer> create(Call call) {
    JsonNode body = call.json();
    @Nullable String code = Forms.line(body, "code");
    ShopDraft draft = new ShopDraft(facts(body), code);
    return told(shops.desk().create(call.actor(), draft, call.writeId()))
        .thenApply(
            answer ->
                answer.status() == 200
                    ? answer.status(201).header("location", "/shops/" + answer.of())
                    : answer);
  }

  /**
   * @throws ProblemException naming what cannot be
   */
  private static ShopFacts facts(JsonNode body) {
    try {
      return ShopBody.facts(body.path("facts"));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problem.invalid(String.valueOf(e.getMessage())));
    }
  }

  private CompletableFuture<Answer> history(Call call) {
    return shops
        .desk()
        .history(call.actor(), call.text("id"))
        .thenApply(ruling -> told(ruling, shown -> Revisions.answer(shown, ShopBody::write)));
  }

  private static CompletableFuture<Answer> told(CompletableFuture<Ruling<Shop>> ruling) {
    return ruling.thenApply(one -> told(one, shown -> shown(shown.now())));
  }

  private static Answer told(Ruling<Shop> ruling, Function<Ruling.Shown<Shop>, Answer> form) {
    return switch (ruling) {
      case Ruling.Done<Shop> done -> shown(done.now());
      case Ruling.Shown<Shop> shown -> form.apply(shown);
      case Ruling.Refused<Shop> refused -> Answer.problem(problem(refused, "shop"));
      case Ruling.Overtaken<Shop> overtaken ->
          Answer.problem(
              Problem.overtaken(
                  ShopBody.write(overtaken.theirs()),
                  ShopBody.write(overtaken.yours(), overtaken.theirs().version())));
    };
  }

  private static Answer shown(Versioned<Shop> kept) {
    return Answer.json(ShopBody.write(kept)).version(kept.version()).of(kept.thing().id());
  }

  /** Why something was not done with one of these things. */
  static Problem problem(Ruling.Refused<?> refused, String thing) {
    return switch (refused.reason()) {
      case NO_RIGHT -> Problem.forbidden("The role, or the territory, does not allow it");
      case UNKNOWN -> Problem.unknown("There is no such " + thing);
      case INVALID -> Problem.invalid(refused.what());
    };
  }
}
