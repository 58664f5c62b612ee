package ma.jisr.app.wiring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import ma.jisr.app.admin.AdminSocket;
import ma.jisr.gateway.metrics.MemoryCounters;
import ma.jisr.gateway.session.Keys;
import ma.jisr.gateway.session.Standing;
import ma.jisr.store.Store;
import ma.jisr.store.sqlite.SqliteStore;

/** What the running process can be asked by its owner. */
final class AdminVerbs {
  private AdminVerbs() {}

  static Map<String, AdminSocket.Verb> of(
      Store store, Keys keys, Supplier<List<String>> missing, MemoryCounters counters) {
    return Map.of(
        "check", words -> check(store),
        "conversations", words -> StandingLines.write(Standing.of(store, keys).get()),
        "status", words -> status(missing.get(), counters));
  }

  private static List<String> check(Store store) {
    if (store instanceof SqliteStore embedded) return CheckReport.lines(embedded.check());
    return List.of("MongoDB is checked by its own tools");
  }

  private static List<String> status(List<String> missing, MemoryCounters counters) {
    List<String> lines = new ArrayList<>(missing.isEmpty() ? List.of("ready") : missing);
    counters.all().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> lines.add(e.getKey() + " " + e.getValue()));
    return lines;
  }
}
