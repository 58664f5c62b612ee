package ma.jisr.map.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.base.Vault;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.Hotspot.State;
import ma.jisr.map.hotspot.HotspotMap;
import ma.jisr.map.hotspot.Kept;
import ma.jisr.map.hotspot.Revision;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * What people say of hotspots, weighed: enough voices make one doubtful, whoever may looks and
 * settles it, and who spoke is thanked once. Everything here may be repeated, by any node, at any
 * time: a voice counts once, a check is counted and thanked for once. Callable from any thread;
 * never blocks.
 */
public final class Reports {
  public static final CollectionSpec SPEC =
      new CollectionSpec(
          "hotspot_reports",
          CollectionSpec.Area.LIVE,
          List.of(
              new IndexSpec("touched", List.of(), "touched"),
              new IndexSpec("waiting", List.of(), "waiting"),
              new IndexSpec("owing", List.of(), "owing")));

  /** A check says something of what was said so shortly before it; things change by themselves. */
  private static final Duration FRESH = Duration.ofDays(2);

  private final Store store;
  private final HotspotMap map;
  private final Vault vault;
  private final Reporters reporters;
  private final Confirming desk;
  private final Thanks thanks;
  private final ReportRules rules;

  /**
   * @param map where the state is looked up that voices are weighed against
   * @param desk sets states
   */
  public Reports(
      Store store, HotspotMap map, Vault vault, Confirming desk, Thanks thanks, ReportRules rules) {
    this.store = store;
    this.map = map;
    this.vault = vault;
    this.reporters = new Reporters(store, vault);
    this.desk = desk;
    this.thanks = thanks;
    this.rules = rules;
  }

  /**
   * Takes a voice, durably, and makes the hotspot doubtful when it is the one that was wanting.
   *
   * @return empty when there is no such hotspot
   */
  public CompletableFuture<Optional<Told>> told(Voice voice) {
    if (map.byId(voice.hotspot()).isEmpty())
      return CompletableFuture.completedFuture(Optional.empty());
    return reporters
        .ask(voice.person(), voice.hotspot(), Reporters.HOTSPOT, rules.hotspotsADay(), voice.when())
        .thenCompose(
            leave ->
                leave.heard()
                    ? cast(voice, vote(voice, leave.believed()))
                    : CompletableFuture.completedFuture(Told.ENOUGH))
        .thenApply(Optional::of);
  }

  private Vote vote(Voice voice, boolean believed) {
    return new Vote(
        vault.pseudonym("voice", voice.hotspot() + " " + voice.person()),
        vault.seal(voice.person()),
        voice.said(),
        voice.words(),
        voice.assured(),
        believed,
        voice.link(),
        Morocco.day(voice.when()),
        voice.when(),
        vault.pseudonym("key", voice.key()));
  }

  private CompletableFuture<Told> cast(Voice voice, Vote vote) {
    return change(
            voice.hotspot(),
            vote.key(),
            ballot -> {
              Ballot.Heard heard = ballot.with(vote, rules);
              return new Changed<>(heard.ballot(), heard);
            })
        .thenCompose(
            heard ->
                weigh(voice.hotspot(), heard.ballot(), vote.key()).thenApply(_ -> heard.told()));
  }

  /** Whether what has been said changes anything now. */
  private CompletableFuture<Void> weigh(String id, Ballot ballot, String cause) {
    State now = map.byId(id).map(Hotspot::state).orElse(State.CLOSED);
    Optional<State> verdict = Weighing.verdict(now, ballot.votes(), rules);
    if (verdict.isEmpty()) return CompletableFuture.completedFuture(null);
    return desk.confirm(Confirming.REPORTS, id, verdict.get(), "reports:" + cause)
        .thenCompose(_ -> read(id))
        .thenCompose(
            after ->
                after.checks() == ballot.checks() || after.state() == null
                    ? CompletableFuture.completedFuture(null)
                    : restored(id, after.state(), cause));
  }

  /** Somebody looked while voices were being weighed: they know better. */
  private CompletableFuture<Void> restored(String id, State checked, String cause) {
    return desk.confirm(Confirming.REPORTS, id, checked, "reports-restored:" + cause)
        .thenApply(_ -> null);
  }

  /**
   * Somebody who may has said how it is: voices until then are settled, who spoke is owed thanks.
   * Of the same check it may be told any number of times.
   *
   * @param by what the check is called, the same for the same check
   */
  public CompletableFuture<Void> checked(String hotspot, State state, Instant at, String by) {
    return change(
            hotspot,
            "checked:" + by,
            ballot -> new Changed<>(ballot.checkedBy(state, at), true),
            true)
        .thenCompose(_ -> pay(hotspot));
  }

  /**
   * Of which of these hotspots people have said something that nobody has settled.
   *
   * @param hotspots ids, any number
   */
  public CompletableFuture<List<String>> spokenOf(Collection<String> hotspots) {
    List<String> ids = List.copyOf(hotspots);
    CompletableFuture<List<String>> all = CompletableFuture.completedFuture(new ArrayList<>());
    for (int from = 0; from < ids.size(); from += Query.MAX_LIMIT) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + Query.MAX_LIMIT));
      all =
          all.thenCombine(
              store.getAll(SPEC.name(), some),
              (spoken, found) -> {
                found.forEach(
                    (id, d) -> {
                      if (!ReportJson.ballot(d.json()).votes().isEmpty()) spoken.add(id);
                    });
                return spoken;
              });
    }
    return all;
  }

  /**
   * A hotspot has been changed, by whomever and whichever way: what that says of voices is settled,
   * and who spoke is thanked. May be told again, by every node.
   *
   * @param now as it stands
   * @param history of it, oldest first
   */
  public CompletableFuture<Void> changed(Kept now, List<Revision> history) {
    List<Finding> findings = Finding.of(now.hotspot(), history);
    if (findings.isEmpty()) return CompletableFuture.completedFuture(null);
    String id = now.hotspot().id();
    return change(
            id,
            "changed:" + now.version(),
            ballot -> new Changed<>(ballot.after(findings), true),
            true)
        .thenCompose(_ -> pay(id));
  }

  /** Whether somebody is known to report. */
  public CompletableFuture<Boolean> knows(String person) {
    return reporters.knows(person);
  }

  /**
   * Forgets how often somebody was right. What they said stands at each hotspot under a name that
   * is another there, until it is settled: nobody can look it up by who said it.
   */
  public CompletableFuture<Void> forget(String person) {
    return reporters.forget(person);
  }

  /** Pays what a process has left that died between a check and its thanks; how many hotspots. */
  public CompletableFuture<Integer> payAll(int limit) {
    return store
        .find(SPEC.name(), new Query("owing", Map.of(), null, null, null, limit))
        .thenCompose(
            page -> {
              CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
              for (Document document : page.documents())
                all = all.thenCompose(_ -> pay(document.id()));
              return all.thenApply(_ -> page.documents().size());
            });
  }

  /** The hotspots of which something has been said that nobody has checked; longest first. */
  public CompletableFuture<List<Waiting>> waiting(int limit) {
    return store
        .find(SPEC.name(), new Query("waiting", Map.of(), null, null, null, limit))
        .thenApply(
            page ->
                page.documents().stream()
                    .map(d -> Waiting.of(d.id(), ReportJson.ballot(d.json())))
                    .toList());
  }

  private CompletableFuture<Void> pay(String hotspot) {
    return read(hotspot)
        .thenCompose(
            ballot -> {
              CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
              for (Ballot.Owed owed : ballot.owed()) all = all.thenCompose(_ -> pay(hotspot, owed));
              return all;
            });
  }

  private CompletableFuture<Void> pay(String hotspot, Ballot.Owed owed) {
    String check = hotspot + ":" + owed.check();
    List<String> people = new ArrayList<>();
    CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
    for (Vote vote : owed.votes()) {
      String person = vault.open(vote.to()).orElse("");
      if (person.isEmpty()) continue; // written under other keys: nobody knows who it was
      people.add(person);
      Boolean right = right(vote, owed);
      if (right != null)
        all = all.thenCompose(_ -> reporters.checked(person, check, right, owed.at()));
    }
    return all.thenCompose(
            _ -> thanks.owe(new Thanks.Owed(check, hotspot, found(owed), people, owed.at())))
        .thenCompose(
            _ ->
                change(
                    hotspot,
                    "thanked:" + check,
                    b -> new Changed<>(b.thanked(owed.check()), true),
                    true))
        .thenAccept(_ -> {});
  }

  private static Thanks.Found found(Ballot.Owed owed) {
    State state = owed.state();
    if (owed.mended() || state == null) return Thanks.Found.MOVED;
    return switch (state) {
      case WORKS -> Thanks.Found.WORKS;
      case BROKEN -> Thanks.Found.BROKEN;
      case CLOSED -> Thanks.Found.CLOSED;
      case UNKNOWN, DOUBTFUL -> Thanks.Found.NEW;
    };
  }

  /** Whether what they said was found; null when it says nothing: too long ago. */
  private static @Nullable Boolean right(Vote vote, Ballot.Owed owed) {
    if (owed.mended()) return true;
    boolean works = owed.state() == State.WORKS;
    boolean down = owed.state() == State.BROKEN || owed.state() == State.CLOSED;
    if (!works && !down) return null;
    boolean found = vote.said().doubts() == down;
    if (found) return true;
    // That it has moved is not refuted by its working: it may be looked for in vain all the same.
    if (vote.said() == Said.MOVED || vote.at().isBefore(owed.at().minus(FRESH))) return null;
    return false;
  }

  private record Changed<R>(Ballot ballot, R answer) {}

  private <R> CompletableFuture<R> change(
      String hotspot, String writeId, Function<Ballot, Changed<R>> by) {
    return change(hotspot, writeId, by, false);
  }

  /**
   * @param onlyThere whether a ballot that is not there is left so
   */
  private <R> CompletableFuture<R> change(
      String hotspot, String writeId, Function<Ballot, Changed<R>> by, boolean onlyThere) {
    return Rewrite.of(
        store,
        SPEC.name(),
        hotspot,
        writeId,
        Priority.BACKGROUND,
        found -> {
          Ballot before = found.map(ReportJson::ballot).orElse(Ballot.EMPTY);
          Changed<R> changed = by.apply(before);
          boolean same = changed.ballot().equals(before) || (onlyThere && found.isEmpty());
          if (same) return Rewrite.Change.none(changed.answer());
          ObjectNode node = ReportJson.write(changed.ballot(), found.orElse("{}"));
          marks(node, changed.ballot());
          return new Rewrite.Change<>(node.toString(), changed.answer());
        });
  }

  private static void marks(ObjectNode node, Ballot ballot) {
    long newest = ballot.checked() == null ? 0 : ballot.checked().toEpochMilli();
    for (Vote vote : ballot.votes()) newest = Math.max(newest, vote.at().toEpochMilli());
    node.put("touched", newest);
    if (ballot.votes().isEmpty()) node.remove("waiting");
    else node.put("waiting", ballot.votes().getFirst().at().toEpochMilli());
    if (ballot.owed().isEmpty()) node.remove("owing");
    else node.put("owing", ballot.owed().getFirst().at().toEpochMilli());
  }

  private CompletableFuture<Ballot> read(String hotspot) {
    return store
        .get(SPEC.name(), hotspot)
        .thenApply(d -> d.map(x -> ReportJson.ballot(x.json())).orElse(Ballot.EMPTY));
  }
}
