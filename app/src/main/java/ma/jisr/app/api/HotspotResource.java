package ma.jisr.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.GeoPoint;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import ma.jisr.gateway.api.Operation;
import ma.jisr.gateway.api.Problem;
import ma.jisr.gateway.api.ProblemException;
import ma.jisr.map.hotspot.Decision;
import ma.jisr.map.hotspot.Draft;
import ma.jisr.map.hotspot.Facts;
import ma.jisr.map.hotspot.Filter;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.HotspotDesk;
import ma.jisr.map.hotspot.HotspotMap;
import ma.jisr.map.hotspot.Hotspots;
import ma.jisr.map.hotspot.Kept;
import ma.jisr.map.hotspot.Near;
import ma.jisr.map.hotspot.Origin;
import ma.jisr.map.hotspot.Revision;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.report.Reports;
import org.jspecify.annotations.Nullable;

/** The hotspots: what the desk, the map and the store have to say of them. */
final class HotspotResource {
  private static final int USUAL_NEAR = 5;

  private final Hotspots hotspots;
  private final Supplier<Gazetteer> places;
  private final Reports reports;
  private final InstantSource clock;

  HotspotResource(Rooms rooms, InstantSource clock) {
    this.hotspots = rooms.hotspots();
    this.places = rooms.places();
    this.reports = rooms.reports();
    this.clock = clock;
  }

  Map<String, Operation> operations() {
    HotspotDesk desk = hotspots.desk();
    return Map.of(
        "listHotspots",
        call -> HotspotList.answer(hotspots.store(), call, places.get()),
        "nearHotspots",
        this::near,
        "getHotspot",
        call -> told(desk.read(call.actor(), id(call)), call),
        "createHotspot",
        this::create,
        "changeHotspot",
        call ->
            told(
                desk.change(
                    call.actor(), id(call), call.version(), facts(call.json()), call.writeId()),
                call),
        "retireHotspot",
        call -> told(desk.retire(call.actor(), id(call), call.version(), call.writeId()), call),
        "confirmHotspot",
        this::confirm,
        "undoHotspot",
        call -> told(desk.undo(call.actor(), id(call), call.version(), call.writeId()), call),
        "hotspotHistory",
        this::history);
  }

  private static String id(Call call) {
    return call.text("id");
  }

  private static Hotspot.State state(Call call) {
    return Forms.constant(Hotspot.State.class, call.json().path("state").asText());
  }

  /** Who has told of it is thanked: somebody has looked. */
  private CompletableFuture<Answer> confirm(Call call) {
    Hotspot.State state = state(call);
    return hotspots
        .desk()
        .confirm(call.actor(), id(call), state, call.writeId())
        .thenCompose(
            decision ->
                decision instanceof Decision.Done
                    ? reports
                        .checked(id(call), state, clock.instant(), call.writeId())
                        .thenApply(thanked -> told(decision, call))
                    : CompletableFuture.completedFuture(told(decision, call)));
  }

  private CompletableFuture<Answer> create(Call call) {
    JsonNode body = call.json();
    Hotspot.State state = body.has("state") ? state(call) : Hotspot.State.UNKNOWN;
    @Nullable String code = Forms.line(body, "code");
    Draft draft = new Draft(facts(body), state, null, null, code);
    return told(hotspots.desk().create(call.actor(), draft, call.writeId()), call)
        .thenApply(
            answer ->
                answer.status() == 200
                    ? answer.status(201).header("location", "/hotspots/" + answer.of())
                    : answer);
  }

  /**
   * @throws ProblemException naming what cannot be
   */
  private Facts facts(JsonNode body) {
    JsonNode facts = body.path("facts");
    Gazetteer gazetteer = places.get();
    try {
      return gazetteer
          .area(facts.path("place").asText())
          .map(area -> HotspotForm.facts(facts, area))
          .orElseThrow(() -> new IllegalArgumentException("place: not in the gazetteer"));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problem.invalid(String.valueOf(e.getMessage())));
    }
  }

  private static CompletableFuture<Answer> told(CompletableFuture<Decision> deciding, Call call) {
    return deciding.thenApply(decision -> told(decision, call));
  }

  static Answer told(Decision decision, Call call) {
    return switch (decision) {
      case Decision.Done done -> shown(done.now(), call);
      case Decision.Shown shown -> shown(shown.now(), call);
      case Decision.Refused refused -> Answer.problem(problem(refused));
      case Decision.Overtaken overtaken ->
          Answer.problem(
              Problem.overtaken(
                  HotspotForm.write(overtaken.theirs()),
                  HotspotForm.write(overtaken.yours(), call.version())));
    };
  }

  private static Answer shown(Kept kept, Call call) {
    ObjectNode body =
        call.accepted().equals(Answer.GEO_JSON)
            ? HotspotForm.feature(kept)
            : HotspotForm.write(kept);
    return Answer.text(call.accepted(), body.toString())
        .version(kept.version())
        .of(kept.hotspot().id());
  }

  static Problem problem(Decision.Refused refused) {
    return switch (refused.reason()) {
      case NO_RIGHT -> Problem.forbidden("The role, or the territory, does not allow it");
      case UNKNOWN -> Problem.unknown("There is nothing of this id");
      case INVALID -> Problem.invalid(refused.what());
    };
  }

  private CompletableFuture<Answer> history(Call call) {
    return hotspots
        .desk()
        .history(call.actor(), id(call))
        .thenApply(
            decision -> {
              if (!(decision instanceof Decision.Shown shown)) return told(decision, call);
              ObjectNode body = Forms.object();
              ArrayNode rows = body.putArray("revisions");
              for (Revision revision : shown.history().reversed()) write(revision, rows);
              return Answer.json(body);
            });
  }

  private static void write(Revision revision, ArrayNode rows) {
    ObjectNode row = rows.addObject().put("version", revision.version());
    row.put("at", revision.at().toString()).put("actor", revision.actor());
    row.put("role", Forms.lower(revision.role())).put("deed", Forms.lower(revision.deed()));
    Hotspot before = revision.before();
    if (before != null) row.set("before", HotspotForm.write(before, revision.version() - 1));
  }

  private CompletableFuture<Answer> near(Call call) {
    Origin origin = origin(call);
    Set<Hotspot.Kind> kinds =
        call.maybe("kind").map(k -> Set.of(Forms.constant(Hotspot.Kind.class, k))).orElse(Set.of());
    Filter filter = new Filter(call.flag("free"), call.flag("open"), kinds, Set.of());
    int metres = call.whole("metres", (int) HotspotMap.REACH_METRES);
    List<Near.Spot> spots =
        hotspots
            .map()
            .nearest(origin, call.whole("limit", USUAL_NEAR), metres, filter, clock.instant());
    ObjectNode body;
    if (call.accepted().equals(Answer.GEO_JSON)) {
      body = Forms.collection(spots.stream().map(HotspotResource::feature).toList());
    } else {
      body = Forms.object();
      ArrayNode rows = body.putArray("spots");
      for (Near.Spot spot : spots) {
        ObjectNode row = rows.addObject();
        row.set("hotspot", HotspotForm.write(spot.hotspot(), spot.version()));
        distance(spot, row);
      }
    }
    return CompletableFuture.completedFuture(Answer.text(call.accepted(), body.toString()));
  }

  private static ObjectNode feature(Near.Spot spot) {
    ObjectNode feature = HotspotForm.feature(spot.hotspot(), spot.version());
    if (feature.path("properties") instanceof ObjectNode properties) distance(spot, properties);
    return feature;
  }

  private static void distance(Near.Spot spot, ObjectNode node) {
    // Whether the metres are between exact points; a spot's own exactness is another thing.
    node.put("metres", Math.round(spot.metres()));
    if (!node.has("exact")) node.put("exact", spot.exact());
    node.put("open", Forms.lower(spot.open().kind()));
    ZonedDateTime until = spot.open().until();
    if (until != null) node.put("until", until.toInstant().toString());
  }

  private Origin origin(Call call) {
    Optional<Double> lat = call.number("lat");
    Optional<Double> lon = call.number("lon");
    boolean point = lat.isPresent() && lon.isPresent();
    if (point == call.maybe("place").isPresent() || lat.isPresent() != lon.isPresent())
      throw new ProblemException(Problem.malformed("Say lat and lon, or place"));
    return point
        ? Origin.at(new GeoPoint(lat.orElseThrow(), lon.orElseThrow()))
        : Origin.in(PlaceResource.known(places.get(), call.text("place")));
  }
}
