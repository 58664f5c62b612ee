package ma.jisr.app.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import ma.jisr.gateway.api.Operation;
import ma.jisr.gateway.api.Problem;
import ma.jisr.gateway.api.ProblemException;
import ma.jisr.map.batch.Batch;
import ma.jisr.map.batch.Verdict;
import ma.jisr.map.exchange.HotspotExchange;
import ma.jisr.map.exchange.Options;
import ma.jisr.map.exchange.Plan;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.map.exchange.sheet.Format;
import org.jspecify.annotations.Nullable;

/** Files of hotspots: judged row by row, kept as a batch, published and undone as a whole. */
final class ImportResource {
  /** Files at once: each holds its rows and the whole map in memory. */
  private static final int MOST_AT_ONCE = 2;

  /** Batches listed: newest first, more than anybody undoes. */
  private static final int MOST_LISTED = 200;

  /** A file's kind by its media type; null to look at the file. */
  private static final Map<String, Format> FORMATS =
      Map.of(
          "text/csv",
          Format.CSV,
          Answer.GEO_JSON,
          Format.GEOJSON,
          "application/xml",
          Format.OSM_XML);

  private final HotspotExchange exchange;
  private final Executor worker;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  /**
   * @param worker runs what blocks
   */
  ImportResource(HotspotExchange exchange, Executor worker) {
    this.exchange = exchange;
    this.worker = worker;
  }

  Map<String, Operation> operations() {
    return Map.of(
        "listImports", call -> working(this::list),
        "getImport", call -> working(() -> get(call)),
        "createImport", this::create,
        "publishImport", call -> working(() -> ours(call, exchange::publish)),
        "undoImport", call -> working(() -> ours(call, exchange::undo)));
  }

  private CompletableFuture<Answer> working(Supplier<Answer> work) {
    return CompletableFuture.supplyAsync(work, worker);
  }

  private CompletableFuture<Answer> create(Call call) {
    if (!places.tryAcquire())
      throw new ProblemException(Problem.unavailable("Other files are being read: try again"));
    return working(() -> judged(call)).whenComplete((answer, failure) -> places.release());
  }

  private Answer judged(Call call) {
    Options options = new Options(call.flag("anywhere"), call.flag("duplicates"));
    @Nullable Format format = FORMATS.get(call.bodyType());
    String source = call.maybe("source").orElse("API");
    Plan plan;
    try {
      plan = exchange.plan(call.actor(), source, call.bytes(), format, options);
    } catch (BadSheetException e) {
      throw new ProblemException(Problem.invalid(String.valueOf(e.getMessage())));
    }
    boolean only = call.flag("dry-run") || plan.isNothingNew();
    @Nullable Batch batch = null;
    if (!only)
      switch (exchange.stage(call.actor(), plan)) {
        case Verdict.Done done -> batch = done.batch();
        case Verdict.Refused refused -> {
          return Answer.problem(problem(refused));
        }
      }
    Answer answer;
    if (call.accepted().equals(Answer.CSV)) {
      answer = Answer.text(Answer.CSV, new String(plan.report(), UTF_8));
    } else {
      ObjectNode body = Forms.object();
      if (batch != null) write(batch, body.putObject("import"));
      ObjectNode counts = body.putObject("rows");
      for (var verdict : ma.jisr.map.exchange.Verdict.values())
        counts.put(verdict.word(), plan.count(verdict));
      answer = Answer.json(body);
    }
    if (batch == null) return answer;
    return answer.status(201).header("location", "/imports/" + batch.id()).of(batch.id());
  }

  private Answer list() {
    ObjectNode body = Forms.object();
    ArrayNode rows = body.putArray("imports");
    exchange.list().stream().limit(MOST_LISTED).forEach(batch -> write(batch, rows.addObject()));
    return Answer.json(body);
  }

  private Answer get(Call call) {
    return found(call)
        .map(ImportResource::shown)
        .orElseGet(() -> Answer.problem(Problem.unknown("There is no such import")));
  }

  private Optional<Batch> found(Call call) {
    String id = call.text("id");
    return exchange.list().stream().filter(batch -> batch.id().equals(id)).findFirst();
  }

  /** A batch of places is none of hotspots. */
  private Answer ours(Call call, BiFunction<Actor, String, Verdict> deed) {
    return found(call).isEmpty()
        ? told(Verdict.refused(Verdict.Why.UNKNOWN))
        : told(deed.apply(call.actor(), call.text("id")));
  }

  private static Answer shown(Batch batch) {
    ObjectNode body = Forms.object();
    write(batch, body);
    return Answer.json(body).of(batch.id());
  }

  private static void write(Batch batch, ObjectNode node) {
    node.put("id", batch.id()).put("state", Forms.lower(batch.state()));
    node.put("source", batch.source()).put("actor", batch.actor());
    node.put("staged", batch.staged().toString());
    moment(node, "published", batch.published());
    moment(node, "undone", batch.undone());
    node.put("added", batch.added()).put("changed", batch.changed());
    node.put("left", batch.left().count());
  }

  private static void moment(ObjectNode node, String field, @Nullable Instant at) {
    if (at != null) node.put(field, at.toString());
  }

  private static Answer told(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Done done -> shown(done.batch());
      case Verdict.Refused refused -> Answer.problem(problem(refused));
    };
  }

  private static Problem problem(Verdict.Refused refused) {
    return switch (refused.why()) {
      case UNKNOWN -> Problem.unknown("There is no such import");
      case NO_RIGHT -> Problem.forbidden("It touches what lies outside the territory");
      case NOT_STAGED -> Problem.conflict("Its rows are not all there: send the file again");
      case NOT_PUBLISHED -> Problem.conflict("It was never published");
      case OVERTAKEN -> Problem.conflict("Hotspots were changed since: send the file again");
    };
  }
}
