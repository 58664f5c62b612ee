package ma.jisr.map.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.base.Vault;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Priority;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;

/** Those who report: how much each may say in a day, and who is believed. Nobody's id is kept. */
final class Reporters {
  static final CollectionSpec SPEC =
      new CollectionSpec(
          "reporters",
          CollectionSpec.Area.LIVE,
          List.of(new CollectionSpec.IndexSpec("touched", List.of(), "touched")));

  /** A hotspot that they speak of, in {@link Reporter#today}. */
  static final String HOTSPOT = "h";

  /** A new one that they name. */
  static final String NEW = "n";

  private final Store store;
  private final Vault vault;

  Reporters(Store store, Vault vault) {
    this.store = store;
    this.vault = vault;
  }

  /**
   * What may be done with somebody's word.
   *
   * @param heard whether they may speak of this today
   * @param believed whether it counts
   */
  record Leave(boolean heard, boolean believed) {}

  /** Asks leave for one thing in a day; asked again for the same it costs nothing. */
  CompletableFuture<Leave> ask(String person, String what, String kind, int most, Instant now) {
    long day = Morocco.day(now);
    String thing = vault.pseudonym("thing", day + " " + person + " " + what);
    return change(
        person,
        day + kind + thing,
        now,
        reporter -> {
          Leave leave = new Leave(reporter.may(day, thing, kind, most), reporter.believed());
          return leave.heard()
              ? new Changed<>(reporter.speaking(day, thing, kind), leave)
              : new Changed<>(reporter, leave);
        });
  }

  /** Somebody looked, and it was or was not as they had said. */
  CompletableFuture<Void> checked(String person, String check, boolean right, Instant now) {
    String name = vault.pseudonym("check", check);
    return change(person, name, now, r -> new Changed<>(r.checked(name, right), right))
        .thenAccept(_ -> {});
  }

  CompletableFuture<Boolean> knows(String person) {
    return store
        .get(SPEC.name(), vault.pseudonym("reporter", person))
        .thenApply(found -> found.isPresent());
  }

  /** How often they were right is forgotten. */
  CompletableFuture<Void> forget(String person) {
    String id = vault.pseudonym("reporter", person);
    return store
        .get(SPEC.name(), id)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(null)
                    : store
                        .deleteIf(SPEC.name(), id, found.get().version(), Priority.BACKGROUND)
                        .thenApply(_ -> null));
  }

  private record Changed<R>(Reporter reporter, R answer) {}

  private <R> CompletableFuture<R> change(
      String person, String writeId, Instant now, Function<Reporter, Changed<R>> by) {
    String id = vault.pseudonym("reporter", person);
    return Rewrite.of(
        store,
        SPEC.name(),
        id,
        writeId,
        Priority.BACKGROUND,
        found -> {
          Reporter before =
              found.map(json -> ReportJson.read(json, Reporter.class)).orElse(Reporter.NEW);
          Changed<R> changed = by.apply(before);
          if (changed.reporter().equals(before)) return Rewrite.Change.none(changed.answer());
          ObjectNode node = ReportJson.write(changed.reporter(), found.orElse("{}"));
          node.put("touched", now.toEpochMilli());
          return new Rewrite.Change<>(node.toString(), changed.answer());
        });
  }
}
