package ma.jisr.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import ma.jisr.app.exchange.BadFileException;
import ma.jisr.app.exchange.FileDesk;
import ma.jisr.app.exchange.JudgedFile;
import ma.jisr.base.Actor;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import ma.jisr.gateway.api.Operation;
import ma.jisr.gateway.api.Problem;
import ma.jisr.gateway.api.ProblemException;
import ma.jisr.map.batch.Batch;
import ma.jisr.map.batch.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Files of hotspots, places, shops, payees and challenges, and out again: judged row by row, kept
 * as a batch, published and undone as a whole.
 */
final class ImportResource {
  /** Files at once: each holds its rows and the whole map in memory. */
  private static final int MOST_AT_ONCE = 2;

  /** Batches listed: newest first, more than anybody undoes. */
  private static final int MOST_LISTED = 200;

  /** Things in one exported file: some 60 MB, which are held as a whole until they are sent. */
  private static final int MOST_EXPORTED = 100_000;

  /** What the first imports were of, and those still are that do not say. */
  private static final String USUAL = "hotspots";

  /** The options that a desk may know, as parameters. */
  private static final List<String> OPTIONS = List.of("anywhere", "duplicates");

  /** A file's format by its media type; of others the file is looked at. */
  private static final Map<String, String> FORMATS =
      Map.of(
          Answer.CSV,
          "csv",
          Answer.GEO_JSON,
          "geojson",
          "application/xml",
          "osm-xml",
          "text/tab-separated-values",
          "geonames",
          Answer.JSON,
          "json");

  private final Map<String, FileDesk> desks = new LinkedHashMap<>();
  private final Executor worker;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  /**
   * @param desks of all that goes in and out of files
   * @param worker runs what blocks
   */
  ImportResource(List<FileDesk> desks, Executor worker) {
    for (FileDesk desk : desks) this.desks.put(desk.things(), desk);
    this.worker = worker;
  }

  Map<String, Operation> operations() {
    return Map.of(
        "listImports", call -> working(() -> list(call)),
        "getImport", call -> working(() -> shown(found(call))),
        "createImport", call -> alone(() -> judged(call)),
        "publishImport", call -> working(() -> told(found(call), call, FileDesk::publish)),
        "undoImport", call -> working(() -> told(found(call), call, FileDesk::undo)),
        "exportHotspots", call -> alone(() -> exported(desk(USUAL), call)),
        "exportShops", call -> alone(() -> exported(desk("shops"), call)),
        "exportPayees", call -> alone(() -> exported(desk("payees"), call)),
        "exportChallenges", call -> alone(() -> exported(desk("challenges"), call)));
  }

  private CompletableFuture<Answer> working(Supplier<Answer> work) {
    return CompletableFuture.supplyAsync(work, worker);
  }

  /** What holds much in memory, not too often at once. */
  private CompletableFuture<Answer> alone(Supplier<Answer> work) {
    if (!places.tryAcquire())
      throw new ProblemException(Problem.unavailable("Other files are being read: try again"));
    return working(work).whenComplete((answer, failure) -> places.release());
  }

  private FileDesk desk(String things) {
    FileDesk desk = desks.get(things);
    if (desk == null) throw new ProblemException(Problem.unknown("There are no such things"));
    return desk;
  }

  private Answer judged(Call call) {
    FileDesk desk = desk(call.maybe("of").orElse(USUAL));
    JudgedFile judged = judged(desk, call);
    boolean only = call.flag("dry-run") || judged.nothingNew();
    @Nullable Batch batch = null;
    if (!only)
      switch (judged.keep()) {
        case Verdict.Done done -> batch = done.batch();
        case Verdict.Refused refused -> {
          return Answer.problem(problem(refused));
        }
      }
    Answer answer;
    if (call.accepted().equals(Answer.CSV)) {
      answer = Answer.text(Answer.CSV, judged.report());
    } else {
      ObjectNode body = Forms.object();
      if (batch != null) write(batch, desk.things(), body.putObject("import"));
      ObjectNode counts = body.putObject("rows");
      judged.counts().forEach(counts::put);
      answer = Answer.json(body);
    }
    if (batch == null) return answer;
    return answer.status(201).header("location", "/imports/" + batch.id()).of(batch.id());
  }

  private static JudgedFile judged(FileDesk desk, Call call) {
    String format = FORMATS.getOrDefault(call.bodyType(), FileDesk.AUTO);
    if (!desk.formats().contains(format))
      throw new ProblemException(
          Problem.unsupported(desk.things() + " as " + String.join(", ", desk.formats())));
    Set<String> options = new HashSet<>();
    for (String option : OPTIONS) if (call.flag(option)) options.add(option);
    try {
      return desk.judge(
          call.actor(),
          call.bytes(),
          new FileDesk.Label(call.maybe("source").orElse("API"), format, options));
    } catch (BadFileException | IllegalArgumentException e) {
      throw new ProblemException(Problem.invalid(String.valueOf(e.getMessage())));
    }
  }

  private Answer exported(FileDesk desk, Call call) {
    String format = FORMATS.getOrDefault(call.accepted(), FileDesk.AUTO);
    try {
      return desk.export(call.actor(), format, call.text("place"), MOST_EXPORTED)
          .map(file -> Answer.text(call.accepted(), file.text()))
          .orElseGet(() -> Answer.problem(Problem.forbidden("The role may take nothing out")));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problem.invalid(String.valueOf(e.getMessage())));
    }
  }

  /** A batch with the things that it is of. */
  private record Found(FileDesk desk, Batch batch) {}

  private Answer list(Call call) {
    List<Found> all = new ArrayList<>();
    for (FileDesk desk : desks.values())
      if (call.maybe("of").orElse(desk.things()).equals(desk.things()))
        for (Batch batch : desk.batches()) all.add(new Found(desk, batch));
    all.sort(Comparator.comparing((Found found) -> found.batch().staged()).reversed());
    ObjectNode body = Forms.object();
    ArrayNode rows = body.putArray("imports");
    for (Found found : all.subList(0, Math.min(MOST_LISTED, all.size())))
      write(found.batch(), found.desk().things(), rows.addObject());
    return Answer.json(body);
  }

  private Found found(Call call) {
    String id = call.text("id");
    for (FileDesk desk : desks.values())
      for (Batch batch : desk.batches()) if (batch.id().equals(id)) return new Found(desk, batch);
    throw new ProblemException(Problem.unknown("There is no such import"));
  }

  private static Answer shown(Found found) {
    ObjectNode body = Forms.object();
    write(found.batch(), found.desk().things(), body);
    return Answer.json(body).of(found.batch().id());
  }

  private static void write(Batch batch, String things, ObjectNode node) {
    node.put("id", batch.id()).put("of", things).put("state", Forms.lower(batch.state()));
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

  /** What is done with a batch. */
  @FunctionalInterface
  private interface Decision {
    Verdict of(FileDesk desk, Actor actor, String batch);
  }

  private static Answer told(Found found, Call call, Decision decision) {
    return switch (decision.of(found.desk(), call.actor(), found.batch().id())) {
      case Verdict.Done(Batch batch) -> shown(new Found(found.desk(), batch));
      case Verdict.Refused refused -> Answer.problem(problem(refused));
    };
  }

  private static Problem problem(Verdict.Refused refused) {
    return switch (refused.why()) {
      case UNKNOWN -> Problem.unknown("There is no such import");
      case NO_RIGHT -> Problem.forbidden("It touches what lies outside the territory");
      case NOT_STAGED -> Problem.conflict("Its rows are not all there: send the file again");
      case NOT_PUBLISHED -> Problem.conflict("It was never published");
      case OVERTAKEN -> Problem.conflict("Some of it was changed since: send the file again");
    };
  }
}
