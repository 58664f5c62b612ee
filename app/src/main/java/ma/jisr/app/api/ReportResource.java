package ma.jisr.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import ma.jisr.gateway.api.Operation;
import ma.jisr.map.hotspot.Deed;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.HotspotMap;
import ma.jisr.map.hotspot.Rights;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.report.Proposal;
import ma.jisr.map.report.Proposals;
import ma.jisr.map.report.Reports;
import ma.jisr.map.report.Waiting;

/** What people tell of hotspots, and which ones they name, that nobody has looked at. */
final class ReportResource {
  /** Of each kind, before the territory is looked at: some mornings' work. */
  private static final int MOST = 500;

  private final Reports reports;
  private final Proposals proposals;
  private final HotspotMap map;
  private final Supplier<Gazetteer> places;

  ReportResource(Rooms rooms) {
    this.reports = rooms.reports();
    this.proposals = rooms.proposals();
    this.map = rooms.hotspots().map();
    this.places = rooms.places();
  }

  Map<String, Operation> operations() {
    return Map.of("listReports", this::list);
  }

  private CompletableFuture<Answer> list(Call call) {
    return reports
        .waiting(MOST)
        .thenCombine(
            proposals.waiting(MOST), (said, named) -> Answer.json(write(said, named, call)));
  }

  private ObjectNode write(List<Waiting> said, List<Proposal> named, Call call) {
    Gazetteer gazetteer = places.get();
    ObjectNode body = Forms.object();
    ArrayNode voices = body.putArray("reports");
    for (Waiting waiting : said)
      map.byId(waiting.hotspot())
          .filter(hotspot -> may(call, hotspot.place(), gazetteer))
          .ifPresent(hotspot -> write(waiting, hotspot, voices.addObject()));
    ArrayNode proposed = body.putArray("proposals");
    for (Proposal proposal : named)
      if (may(call, proposal.place(), gazetteer))
        proposed
            .addObject()
            .put("id", proposal.id())
            .put("place", proposal.place())
            .put("landmark", proposal.landmark())
            .put("agent", proposal.agent())
            .put("at", proposal.at().toString());
    return body;
  }

  private static boolean may(Call call, String place, Gazetteer gazetteer) {
    return Rights.allow(call.actor(), Deed.READ, gazetteer.way(place));
  }

  private static void write(Waiting waiting, Hotspot hotspot, ObjectNode node) {
    node.put("hotspot", hotspot.id()).put("code", hotspot.code());
    node.put("state", Forms.lower(hotspot.state()));
    node.put("broken", waiting.broken()).put("works", waiting.works());
    node.put("moved", waiting.moved()).put("last", waiting.last().toString());
    ArrayNode words = node.putArray("words");
    waiting.words().forEach(words::add);
  }
}
