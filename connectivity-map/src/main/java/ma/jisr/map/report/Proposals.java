package ma.jisr.map.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.base.Vault;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * New hotspots as people name them, until an operator has decided. Callable from any thread; never
 * blocks.
 */
public final class Proposals {
  public static final CollectionSpec SPEC =
      new CollectionSpec(
          "hotspot_proposals",
          CollectionSpec.Area.LIVE,
          List.of(
              new IndexSpec("waiting", List.of("state"), "at"),
              new IndexSpec("place", List.of("place", "state"), "at"),
              new IndexSpec("made", List.of(), "at")));

  /** Most that wait in the country: a hundred days' work of one operator. */
  public static final int WAITING = 5_000;

  /** Most that wait in one place: more are the same few, or somebody's game. */
  public static final int WAITING_IN_A_PLACE = 20;

  /** Proposals looked through at once. */
  private static final int PAGE = 500;

  private static final String WAITS = Proposal.State.WAITING.name();

  /** Octets of an id: six, twelve digits that one can type. */
  private static final int ID = 6;

  private final Store store;
  private final Vault vault;
  private final Reporters reporters;
  private final Thanks thanks;
  private final ReportRules rules;

  public Proposals(Store store, Vault vault, Thanks thanks, ReportRules rules) {
    this.store = store;
    this.vault = vault;
    this.reporters = new Reporters(store, vault);
    this.thanks = thanks;
    this.rules = rules;
  }

  /** What became of a wish to propose one. */
  public enum Proposed {
    /** It waits for an operator. */
    WAITS,
    /** They have named enough for today. */
    ENOUGH,
    /** Too many wait already. */
    FULL
  }

  /**
   * Takes one, durably.
   *
   * @param key the call's: the same is the same proposal
   */
  public CompletableFuture<Proposed> propose(
      String person, String place, String landmark, boolean agent, Instant now, String key) {
    String id = HexFormat.of().formatHex(Arrays.copyOf(vault.hash("proposal", key), ID));
    String words = Words.plain(landmark, Voice.MOST_WORDS);
    Proposal proposal =
        new Proposal(
            id, place, words, agent, vault.seal(person), now, Proposal.State.WAITING, null, null);
    int most = agent ? WAITING_IN_A_PLACE : rules.newADay();
    return reporters
        .ask(person, id, Reporters.NEW, most, now)
        .thenCompose(leave -> leave.heard() ? room(proposal) : done(Proposed.ENOUGH))
        .thenCompose(room -> room == Proposed.WAITS ? insert(proposal, key) : done(room));
  }

  private static CompletableFuture<Proposed> done(Proposed proposed) {
    return CompletableFuture.completedFuture(proposed);
  }

  /** Whether there is room. */
  private CompletableFuture<Proposed> room(Proposal proposal) {
    Query all = new Query("waiting", Map.of("state", WAITS), null, null, null, 1);
    Map<String, Object> its = Map.of("place", proposal.place(), "state", WAITS);
    Query here = new Query("place", its, null, null, null, 1);
    return store
        .count(SPEC.name(), all, WAITING)
        .thenCombine(
            store.count(SPEC.name(), here, WAITING_IN_A_PLACE),
            (country, place) ->
                country < WAITING && place < WAITING_IN_A_PLACE ? Proposed.WAITS : Proposed.FULL);
  }

  private CompletableFuture<Proposed> insert(Proposal proposal, String key) {
    return change(
            proposal.id(),
            vault.pseudonym("key", key),
            found -> found.isPresent() ? null : proposal)
        .thenApply(_ -> Proposed.WAITS);
  }

  /** One that is kept. */
  public CompletableFuture<Optional<Proposal>> byId(String id) {
    return store
        .get(SPEC.name(), id)
        .thenApply(d -> d.map(x -> ReportJson.read(x.json(), Proposal.class)));
  }

  /** Those that wait, the oldest first. */
  public CompletableFuture<List<Proposal>> waiting(int limit) {
    return store
        .find(SPEC.name(), new Query("waiting", Map.of("state", WAITS), null, null, null, limit))
        .thenApply(
            page -> {
              List<Proposal> all = new ArrayList<>();
              for (Document d : page.documents())
                all.add(ReportJson.read(d.json(), Proposal.class));
              return all;
            });
  }

  /**
   * How many of those that wait somebody has named. Whose they are is sealed, so that all that wait
   * are looked at: at most {@link #WAITING}, some hundred a page.
   */
  public CompletableFuture<Integer> of(String person) {
    return each(person, null, id -> done(true));
  }

  /** Forgets who named those that wait of somebody: they are decided without a thank-you. */
  public CompletableFuture<Void> forget(String person) {
    return each(
            person,
            null,
            id ->
                change(id, "erased", found -> found.map(Proposal::nobodys).orElse(null))
                    .thenApply(_ -> true))
        .thenApply(_ -> null);
  }

  private CompletableFuture<Integer> each(
      String person, @Nullable String after, Function<String, CompletableFuture<Boolean>> does) {
    Query page = new Query("waiting", Map.of("state", WAITS), null, null, after, PAGE);
    return store
        .find(SPEC.name(), page)
        .thenCompose(
            found -> {
              CompletableFuture<Integer> sum = CompletableFuture.completedFuture(0);
              for (Document document : found.documents()) {
                Proposal one = ReportJson.read(document.json(), Proposal.class);
                if (vault.open(one.to()).filter(person::equals).isPresent())
                  sum = sum.thenCompose(n -> does.apply(one.id()).thenApply(_ -> n + 1));
              }
              String next = found.next();
              return next == null
                  ? sum
                  : sum.thenCompose(n -> each(person, next, does).thenApply(more -> n + more));
            });
  }

  private static CompletableFuture<Boolean> done(boolean known) {
    return CompletableFuture.completedFuture(known);
  }

  /**
   * Decides one that waits, and thanks who named it; decided again, nothing changes.
   *
   * @param made the id of the hotspot that has been made of it; null: it is rejected
   * @return as it is decided now; empty when there is none
   */
  public CompletableFuture<Optional<Proposal>> decide(
      String id, String who, @Nullable String made, Instant now) {
    Proposal.State state = made == null ? Proposal.State.REJECTED : Proposal.State.ACCEPTED;
    return byId(id)
        .thenCompose(
            found -> {
              if (found.isEmpty() || found.get().state() != Proposal.State.WAITING)
                return CompletableFuture.completedFuture(found);
              // Thanked first: repeated until it is decided, and taken once by its id.
              return thank(found.get(), made, now)
                  .thenCompose(
                      _ ->
                          change(
                              id,
                              "decided:" + who + ":" + state,
                              f ->
                                  f.map(p -> waits(p) ? p.decided(state, who, made) : null)
                                      .orElse(null)))
                  .thenCompose(_ -> byId(id));
            });
  }

  private static boolean waits(Proposal proposal) {
    return proposal.state() == Proposal.State.WAITING;
  }

  private CompletableFuture<Void> thank(Proposal proposal, @Nullable String made, Instant now) {
    Optional<String> person = vault.open(proposal.to());
    if (made == null || person.isEmpty()) return CompletableFuture.completedFuture(null);
    return thanks.owe(
        new Thanks.Owed(
            "new:" + proposal.id(), made, Thanks.Found.NEW, List.of(person.get()), now));
  }

  private CompletableFuture<Void> change(
      String id, String writeId, Function<Optional<Proposal>, @Nullable Proposal> by) {
    return Rewrite.of(
            store,
            SPEC.name(),
            id,
            writeId,
            Priority.BACKGROUND,
            found -> {
              Proposal next = by.apply(found.map(json -> ReportJson.read(json, Proposal.class)));
              if (next == null) return Rewrite.Change.none(false);
              String json = ReportJson.write(next, found.orElse("{}")).toString();
              return new Rewrite.Change<>(json, true);
            })
        .thenAccept(_ -> {});
  }
}
