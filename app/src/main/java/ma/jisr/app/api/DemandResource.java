package ma.jisr.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import ma.jisr.gateway.api.Operation;
import ma.jisr.gateway.api.Problem;
import ma.jisr.gateway.api.ProblemException;
import ma.jisr.map.demand.DemandBook;
import ma.jisr.map.demand.DemandFile;
import ma.jisr.map.demand.DemandRow;
import ma.jisr.map.hotspot.Deed;
import ma.jisr.map.hotspot.Rights;
import ma.jisr.map.place.Gazetteer;

/** What people asked for in vain: where connection is wanting. */
final class DemandResource {
  /** Days of the usual period. */
  private static final int USUAL_DAYS = 28;

  private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");

  private final DemandBook book;
  private final Supplier<Gazetteer> places;
  private final InstantSource clock;

  DemandResource(DemandBook book, Supplier<Gazetteer> places, InstantSource clock) {
    this.book = book;
    this.places = places;
    this.clock = clock;
  }

  Map<String, Operation> operations() {
    return Map.of("readDemand", this::read);
  }

  private CompletableFuture<Answer> read(Call call) {
    LocalDate today = clock.instant().atZone(MOROCCO).toLocalDate();
    LocalDate to = day(call, "to", today);
    LocalDate from = day(call, "from", to.minusDays(USUAL_DAYS - 1));
    if (to.isBefore(from) || to.toEpochDay() - from.toEpochDay() >= DemandBook.MOST_DAYS)
      throw new ProblemException(
          Problem.malformed(
              "The period is 1 to " + DemandBook.MOST_DAYS + " days, first day first"));
    Gazetteer gazetteer = places.get();
    Predicate<String> mine = area -> Rights.allow(call.actor(), Deed.EXPORT, gazetteer.way(area));
    return book.read(from, to, mine).thenApply(rows -> answer(rows, gazetteer, call));
  }

  private static LocalDate day(Call call, String name, LocalDate usual) {
    try {
      return call.maybe(name).map(LocalDate::parse).orElse(usual);
    } catch (DateTimeException e) {
      throw new ProblemException(Problem.malformed("There is no such day"));
    }
  }

  private static Answer answer(List<DemandRow> rows, Gazetteer gazetteer, Call call) {
    return switch (call.accepted()) {
      case Answer.CSV -> Answer.text(Answer.CSV, DemandFile.csv(rows, gazetteer));
      case Answer.GEO_JSON -> Answer.text(Answer.GEO_JSON, DemandFile.geoJson(rows, gazetteer));
      default -> Answer.json(json(rows));
    };
  }

  private static ObjectNode json(List<DemandRow> rows) {
    ObjectNode body = Forms.object();
    ArrayNode all = body.putArray("rows");
    for (DemandRow row : rows) {
      ObjectNode one = all.addObject().put("place", row.place()).put("want", row.want());
      if (row.hour() != null) one.put("hour", row.hour());
      one.put("asked", row.asked()).put("people", row.people()).put("days", row.days());
    }
    return body;
  }
}
