package ma.jisr.app.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import ma.jisr.app.admin.AdminSocket;
import ma.jisr.gateway.metrics.Meters;
import ma.jisr.gateway.session.Keys;
import ma.jisr.gateway.session.SessionEngine;
import ma.jisr.gateway.session.Standing;
import ma.jisr.store.Store;
import ma.jisr.store.sqlite.SqliteStore;

/** What the running process can be asked by its owner. */
final class AdminVerbs {
  /** How long a trace waits for the log to be written. */
  private static final Duration FLUSH = Duration.ofSeconds(10);

  private AdminVerbs() {}

  /**
   * @param ofParts those that parts of the node answer themselves
   */
  static Map<String, AdminSocket.Verb> of(
      Store store,
      Keys keys,
      SessionEngine engine,
      Supplier<List<String>> missing,
      Meters meters,
      Map<String, AdminSocket.Verb> ofParts) {
    Map<String, AdminSocket.Verb> verbs = new HashMap<>(ofParts);
    verbs.put("check", words -> check(store));
    verbs.put("conversations", words -> StandingLines.write(Standing.of(store, keys).get()));
    verbs.put("status", words -> status(missing.get(), meters));
    verbs.put("trace", words -> trace(store, keys, engine, words));
    return verbs;
  }

  /** What gathers is written first, so that the story ends with the present. */
  private static List<String> trace(
      Store store, Keys keys, SessionEngine engine, List<String> words) throws Exception {
    if (words.size() != 1) throw new IllegalArgumentException("trace asks for one id or number");
    engine.flushLog().get(FLUSH.toSeconds(), TimeUnit.SECONDS);
    return TraceLines.of(store, keys, words.getFirst());
  }

  private static List<String> check(Store store) {
    if (store instanceof SqliteStore embedded) return CheckReport.lines(embedded.check());
    return List.of("MongoDB is checked by its own tools");
  }

  private static List<String> status(List<String> missing, Meters meters) {
    List<String> lines = new ArrayList<>(missing.isEmpty() ? List.of("ready") : missing);
    meters.all().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> lines.add(e.getKey() + " " + e.getValue()));
    return lines;
  }
}
