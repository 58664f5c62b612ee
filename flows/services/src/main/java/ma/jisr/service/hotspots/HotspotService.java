package ma.jisr.service.hotspots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.LocalText;
import ma.jisr.flow.operation.Operation;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.map.demand.Demand;
import ma.jisr.map.demand.Want;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.Near;
import ma.jisr.map.hotspot.Origin;
import ma.jisr.map.hotspot.Sector;
import ma.jisr.map.hotspot.Wish;
import ma.jisr.map.hours.OpenState;
import ma.jisr.map.place.Area;
import ma.jisr.map.position.Surroundings;
import ma.jisr.nlp.value.ConditionReader;
import ma.jisr.service.FieldPorts;
import ma.jisr.service.Holding;
import ma.jisr.service.Ports;
import ma.jisr.service.Service;
import ma.jisr.service.ServiceRoutes;
import ma.jisr.service.proof.ProofHolding;

/**
 * The hotspot service: finds places and the spots near them that are open, and counts the questions
 * that had no good answer. Answers at once from memory; only the counting waits for the store.
 */
public final class HotspotService implements Service {
  public static final List<String> FLOWS =
      List.of(
          "/ma/jisr/service/hotspots/hotspots.yaml",
          "/ma/jisr/service/hotspots/report.yaml",
          "/ma/jisr/service/hotspots/update.yaml");

  private static final String PLACE = "place";
  static final String HOTSPOT = "hotspot";

  private final Ports ports;
  private final PlaceFinder finder;
  private final Supplier<Surroundings> surroundings;
  private final FieldDesk field;
  private final HoursWords hours = new HoursWords();

  private final FieldPorts listening;

  public HotspotService(Ports ports) {
    this.listening = ports.field();
    this.ports = ports;
    this.surroundings = ports.places().made(Surroundings::new);
    this.finder = new PlaceFinder(ports.places(), ports.hotspots());
    this.field = new FieldDesk(ports, finder, surroundings);
  }

  @Override
  public String name() {
    return "hotspots";
  }

  @Override
  public List<Operation> operations() {
    return HotspotOperations.ALL;
  }

  @Override
  public List<Holding> holdings() {
    return List.of(
        new ReportHolding(listening.reports()),
        new ProposalHolding(listening.proposals()),
        new ProofHolding(listening.proofs()));
  }

  @Override
  public List<ServiceRoutes> routes() {
    return List.of(new HotspotRoutes(this));
  }

  @Override
  public List<String> outboxes() {
    return List.of(Thanking.SPEC.name());
  }

  @Override
  public CompletionStage<OperationResult> answer(OperationRequest request) {
    return switch (request.operation()) {
      case "places.search" -> now(search(request));
      case "places.regions" -> now(listed("regions", ports.gazetteer().regions()));
      case "places.provinces" ->
          now(listed("provinces", ports.gazetteer().provinces(Requests.id(request, "region"))));
      case "places.towns" ->
          now(
              listed(
                  "towns",
                  finder.places(Requests.id(request, "province"), Requests.text(request, "keys"))));
      case "hotspots.near" -> now(near(request));
      case "hotspots.show" -> now(show(request));
      case "hotspots.unmet" -> unmet(request);
      default -> field.answer(request);
    };
  }

  private OperationResult search(OperationRequest request) {
    String home =
        ports
            .gazetteer()
            .area(Requests.id(request, "near"))
            .flatMap(ports.gazetteer()::provinceOf)
            .map(Area::id)
            .orElse("");
    PlaceFinder.Found found = finder.find(Requests.text(request, "text"), home);
    Optional<Value.Item> hotspot = found.hotspot().map(HotspotService::item);
    if (hotspot.isPresent()) return items("sure", "places", List.of(hotspot.get()));
    boolean exact = PointItem.isExact(Requests.text(request, "text"));
    Optional<Value.Item> point = found.point().flatMap(at -> here(at, exact));
    if (point.isPresent()) return items("sure", "places", List.of(point.get()));
    if (found.areas().isEmpty()) return items("none", "places", List.of());
    if (found.sure()) return items("sure", "places", List.of(items().of(found.areas().getFirst())));
    List<Value.Item> several = new ArrayList<>();
    for (Area area : found.areas()) several.add(items().inProvince(area));
    return items("several", "places", several);
  }

  private OperationResult listed(String field, List<? extends Area> areas) {
    List<Value.Item> items = items().of(areas);
    return items(items.isEmpty() ? "none" : "found", field, items);
  }

  private AreaItems items() {
    return new AreaItems(ports.gazetteer());
  }

  private OperationResult near(OperationRequest request) {
    Instant now = ports.clock().instant();
    Optional<Origin> from = origin(Requests.id(request, PLACE));
    if (from.isEmpty()) return items("none", "hotspots", List.of());
    Wish wish = wish(request);
    Near near = near(from.get(), wish, now);
    boolean good = near.kind() == Near.Kind.FOUND && answers(near);
    String found = "found";
    if (wish.freeOnly() && good) found = "free";
    if (wish.freeOnly() && !good) {
      // What costs something is better than nothing, and told as such.
      near = near(from.get(), new Wish(false, wish.openOnly(), null), now);
      found = "paid";
    }
    String outcome =
        switch (near.kind()) {
          case FOUND -> answers(near) ? found : "distant";
          case FAR -> "far";
          case NONE -> "none";
        };
    List<Value.Item> spots = new ArrayList<>(near.spots().size());
    for (Near.Spot spot : near.spots()) spots.add(item(spot));
    return items(outcome, "hotspots", spots);
  }

  /** Where none is known to be open, those whose hours nobody knows may be. */
  private Near near(Origin from, Wish wish, Instant now) {
    Near near = ports.hotspots().near(from, HotspotOperations.NEAREST, wish, now);
    if (!wish.openOnly() || near.kind() == Near.Kind.FOUND) return near;
    Wish perhaps = new Wish(wish.freeOnly(), false, wish.kind());
    return ports.hotspots().near(from, HotspotOperations.NEAREST, perhaps, now);
  }

  private static Wish wish(OperationRequest request) {
    List<String> said = List.of(Requests.text(request, "wish").split(" ", -1));
    return new Wish(said.contains(ConditionReader.FREE), said.contains(ConditionReader.OPEN), null);
  }

  /** Asked anew, not remembered: it may have closed or broken since it was listed. */
  private OperationResult show(OperationRequest request) {
    Optional<Hotspot> hotspot = ports.hotspots().byId(Requests.id(request, HOTSPOT));
    if (hotspot.isEmpty() || !hotspot.get().isUsable())
      return new OperationResult("gone", Map.of());
    Instant now = ports.clock().instant();
    Map<String, Value> values =
        facts(hotspot.get(), ports.hotspots().open(hotspot.get(), now), now);
    values.put("this", item(hotspot.get()));
    if (request.arguments().get(HOTSPOT) instanceof Value.Item item
        && item.fields().get("distance") instanceof Value.Distance distance) {
      values.put("distance", distance);
      Value direction = item.fields().get("direction");
      if (direction != null) values.put("direction", direction);
    }
    return new OperationResult("found", values);
  }

  private CompletionStage<OperationResult> unmet(OperationRequest request) {
    boolean free = wish(request).freeOnly();
    OperationResult counted = new OperationResult("counted", Map.of());
    String place = Requests.id(request, PLACE);
    Optional<Origin> from = origin(place);
    Optional<? extends Area> area =
        PointItem.point(place)
            .flatMap(surroundings.get()::nearest)
            .or(() -> ports.gazetteer().area(place));
    if (area.isEmpty() || from.isEmpty()) return now(counted);
    Instant now = ports.clock().instant();
    Wish wish = new Wish(free, false, null);
    // What is near and suits is closed: they lack hours, not a place.
    boolean closed =
        answers(ports.hotspots().near(from.get(), HotspotOperations.NEAREST, wish, now));
    return ports
        .demand()
        .asked(
            surroundings.get().commune(area.get()), now, new Want(free, closed), request.person())
        .thenApply(_ -> counted);
  }

  /** From where a place or a point is asked about. */
  private Optional<Origin> origin(String place) {
    return PointItem.origin(place).or(() -> ports.gazetteer().area(place).map(Origin::in));
  }

  /** Whether one of them is so near that the question has an answer. */
  private static boolean answers(Near near) {
    for (Near.Spot spot : near.spots())
      if (spot.samePlace() || spot.metres() <= Demand.NEAR_METRES) return true;
    return false;
  }

  private static Value.Item item(Near.Spot spot) {
    Map<String, Value> fields = new HashMap<>();
    fields.put("kind", new Value.Text(HOTSPOT));
    if (!spot.samePlace())
      fields.put("distance", new Value.Distance(SpotWords.metres(spot), spot.exact()));
    Sector sector = spot.sector();
    if (sector != null) fields.put("direction", new Value.Local(SectorWords.of(sector)));
    return new Value.Item(spot.hotspot().id(), SpotWords.label(spot), fields);
  }

  /** A point by the name of the place that it lies in. */
  private Optional<Value.Item> here(GeoPoint point, boolean exact) {
    return surroundings
        .get()
        .nearest(point)
        .map(area -> PointItem.of(point, exact, items().of(area)));
  }

  /** A hotspot as flows hold it. */
  static Value.Item item(Hotspot hotspot) {
    return item(hotspot, SpotWords.name(hotspot.name()));
  }

  static Value.Item item(Hotspot hotspot, LocalText label) {
    return new Value.Item(hotspot.id(), label, Map.of("kind", new Value.Text(HOTSPOT)));
  }

  private Map<String, Value> facts(Hotspot hotspot, OpenState open, Instant now) {
    Map<String, Value> facts = new HashMap<>();
    facts.put("name", new Value.Local(SpotWords.name(hotspot.name())));
    facts.put("code", new Value.Text(hotspot.code()));
    LocalText way = hotspot.way();
    if (way != null) facts.put("way", new Value.Local(SpotWords.way(way)));
    facts.put("hours", new Value.Local(hours.of(open, now)));
    facts.put("fee", new Value.Local(FeeWords.of(hotspot.access())));
    CheckedWords.of(hotspot, now)
        .ifPresent(checked -> facts.put("checked", new Value.Local(checked)));
    return facts;
  }

  private static OperationResult items(String outcome, String field, List<Value.Item> items) {
    return new OperationResult(outcome, Map.of(field, new Value.Items(items)));
  }

  private static CompletionStage<OperationResult> now(OperationResult result) {
    return CompletableFuture.completedFuture(result);
  }
}
