package ma.jisr.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import ma.jisr.map.hotspot.Deed;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.HotspotStore;
import ma.jisr.map.hotspot.Kept;
import ma.jisr.map.hotspot.Rights;
import ma.jisr.map.place.Gazetteer;
import org.jspecify.annotations.Nullable;

/** One page of the hotspots that the caller may read, as they are stored. */
final class HotspotList {
  private static final int USUAL = 100;

  /** Documents read at once while a page is not full. */
  private static final int STEP = 500;

  /** Steps of one answer: what a territory holds may lie far apart. */
  private static final int MOST_STEPS = 8;

  private final HotspotStore store;
  private final Call call;
  private final Gazetteer gazetteer;
  private final int limit;
  private final Predicate<Hotspot> wanted;
  private final List<Kept> found = new ArrayList<>();

  HotspotList(HotspotStore store, Call call, Gazetteer gazetteer) {
    this.store = store;
    this.call = call;
    this.gazetteer = gazetteer;
    this.limit = call.whole("limit", USUAL);
    this.wanted = wanted();
  }

  private Predicate<Hotspot> wanted() {
    String place = call.text("place");
    String kind = call.text("kind");
    String access = call.text("access");
    String state = call.text("state");
    boolean retired = call.flag("retired");
    return hotspot -> {
      List<String> way = gazetteer.way(hotspot.place());
      return Rights.allow(call.actor(), Deed.READ, way)
          && (retired || !hotspot.retired())
          && (place.isEmpty() || way.contains(place))
          && (kind.isEmpty() || kind.equals(Forms.lower(hotspot.kind())))
          && (access.isEmpty() || access.equals(Forms.lower(hotspot.access())))
          && (state.isEmpty() || state.equals(Forms.lower(hotspot.state())));
    };
  }

  CompletableFuture<Answer> answer() {
    return read(call.page().orElse(""), 1);
  }

  private CompletableFuture<Answer> read(String after, int step) {
    return store
        .page(after, STEP)
        .thenCompose(
            page -> {
              for (Kept kept : page.hotspots()) {
                if (!wanted.test(kept.hotspot())) continue;
                if (found.size() == limit) return done(found.getLast().hotspot().id());
                found.add(kept);
              }
              String next = page.next();
              return next == null || step == MOST_STEPS ? done(next) : read(next, step + 1);
            });
  }

  private CompletableFuture<Answer> done(@Nullable String next) {
    ObjectNode body;
    if (call.accepted().equals(Answer.GEO_JSON)) {
      body = Forms.collection(found.stream().map(HotspotForm::feature).toList());
    } else {
      body = Forms.object();
      ArrayNode rows = body.putArray("hotspots");
      for (Kept kept : found) rows.add(HotspotForm.write(kept));
    }
    if (next != null) body.put("next", call.next(next));
    return CompletableFuture.completedFuture(Answer.text(call.accepted(), body.toString()));
  }
}
