package ma.jisr.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import ma.jisr.map.hotspot.Deed;
import ma.jisr.map.hotspot.HotspotStore;
import ma.jisr.map.hotspot.Kept;
import ma.jisr.map.hotspot.Rights;
import ma.jisr.map.place.Gazetteer;

/** One page of the hotspots that the caller may read. */
final class HotspotList {
  private HotspotList() {}

  static CompletableFuture<Answer> answer(HotspotStore store, Call call, Gazetteer gazetteer) {
    Listing.Source<Kept> source =
        (after, limit) ->
            store
                .page(after, limit)
                .thenApply(page -> new Listing.Page<>(page.hotspots(), page.next()));
    return new Listing<>(call, source, wanted(call, gazetteer), kept -> kept.hotspot().id())
        .answer(found -> form(found, call));
  }

  private static Predicate<Kept> wanted(Call call, Gazetteer gazetteer) {
    String place = call.text("place");
    String kind = call.text("kind");
    String access = call.text("access");
    String state = call.text("state");
    boolean retired = call.flag("retired");
    return kept -> {
      var hotspot = kept.hotspot();
      List<String> way = gazetteer.way(hotspot.place());
      return Rights.allow(call.actor(), Deed.READ, way)
          && (retired || !hotspot.retired())
          && (place.isEmpty() || way.contains(place))
          && (kind.isEmpty() || kind.equals(Forms.lower(hotspot.kind())))
          && (access.isEmpty() || access.equals(Forms.lower(hotspot.access())))
          && (state.isEmpty() || state.equals(Forms.lower(hotspot.state())));
    };
  }

  private static ObjectNode form(List<Kept> found, Call call) {
    if (call.accepted().equals(Answer.GEO_JSON))
      return Forms.collection(found.stream().map(HotspotForm::feature).toList());
    ObjectNode body = Forms.object();
    ArrayNode rows = body.putArray("hotspots");
    for (Kept kept : found) rows.add(HotspotForm.write(kept));
    return body;
  }
}
