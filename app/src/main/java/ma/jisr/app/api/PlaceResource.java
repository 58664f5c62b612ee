package ma.jisr.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import ma.jisr.gateway.api.Operation;
import ma.jisr.gateway.api.Problem;
import ma.jisr.gateway.api.ProblemException;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.PlaceCode;
import ma.jisr.map.place.PlaceMatch;
import ma.jisr.map.place.PlaceMatches;
import ma.jisr.map.place.Province;
import ma.jisr.map.place.Region;

/** The places of the gazetteer. */
final class PlaceResource {
  /** Three choices fit a screen. */
  private static final int USUAL = 3;

  private final Supplier<Gazetteer> places;

  PlaceResource(Supplier<Gazetteer> places) {
    this.places = places;
  }

  Map<String, Operation> operations() {
    return Map.of("searchPlaces", this::search, "getPlace", this::get);
  }

  private CompletableFuture<Answer> search(Call call) {
    Gazetteer gazetteer = places.get();
    PlaceMatches found =
        gazetteer.search().find(call.text("q"), call.text("province"), call.whole("limit", USUAL));
    ObjectNode body = Forms.object().put("sure", found.sure());
    ArrayNode matches = body.putArray("matches");
    for (PlaceMatch match : found.matches()) {
      ObjectNode one = matches.addObject();
      one.set("place", write(match.area(), gazetteer));
      one.put("score", Math.round(match.score() * 1000) / 1000.0);
    }
    return CompletableFuture.completedFuture(Answer.json(body));
  }

  private CompletableFuture<Answer> get(Call call) {
    Gazetteer gazetteer = places.get();
    Area area = known(gazetteer, call.text("id"));
    ObjectNode body = write(area, gazetteer);
    if (call.accepted().equals(Answer.GEO_JSON)) {
      body.remove("point");
      body = Forms.feature(area.id(), area.point(), body);
    }
    return CompletableFuture.completedFuture(
        Answer.text(call.accepted(), body.toString()).of(area.id()));
  }

  /**
   * @throws ProblemException when there is none
   */
  static Area known(Gazetteer gazetteer, String id) {
    return gazetteer
        .area(id)
        .orElseThrow(() -> new ProblemException(Problem.unknown("There is no such place")));
  }

  private static ObjectNode write(Area area, Gazetteer gazetteer) {
    ObjectNode node = Forms.object().put("id", area.id());
    switch (area) {
      case Region region -> node.put("level", "region");
      case Province province -> node.put("level", "province").put("region", province.region());
      case Place place -> {
        node.put("level", Forms.lower(place.level()));
        gazetteer.provinceOf(place).ifPresent(province -> node.put("region", province.region()));
        node.put("province", place.province());
        Forms.put(node, "commune", place.commune());
        node.put("approximate", place.approximate()).put("population", place.population());
        ArrayNode aliases = node.putArray("aliases");
        place.aliases().forEach(aliases::add);
        ObjectNode codes = node.putObject("codes");
        for (PlaceCode code : PlaceCode.values())
          Forms.put(codes, code.word(), place.codes().get(code));
      }
    }
    node.set("name", Forms.texts(area.name()));
    node.set("point", Forms.point(area.point()));
    return node;
  }
}
