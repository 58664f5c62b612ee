package ma.jisr.service.challenges.follow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.value.Value;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.Speech;
import ma.jisr.service.challenges.follow.Seen.Round;
import ma.jisr.service.challenges.follow.Seen.Spread;
import ma.jisr.service.challenges.offer.OfferRound;
import ma.jisr.service.challenges.register.Challenge;
import ma.jisr.service.challenges.register.Challenges;
import ma.jisr.service.challenges.register.Keeper;
import ma.jisr.service.challenges.register.Starter;
import ma.jisr.service.outbox.RecordJson;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Tells what became of challenges, whichever way they were changed: each is held against what was
 * told of it last. Who offered hears that one has changed or is over; who has come to answer for it
 * hears of the offers that are open; who follows its theme or place hears of a new one. All of them
 * a page at a time, with where it stands written down, so that a crash repeats one page at most,
 * under the same keys. Callable from any thread, by several nodes.
 */
public final class News {
  /** The flow that has the message, and its name: values {@code code}, {@code title}. */
  static final String FLOW = "challenges.follow";

  static final String PUBLISHED = "published_told";

  private static final String DUE = "dueAt";

  private static final Duration WORTH_TELLING = Duration.ofDays(3);

  /** Challenges that are held against what was told of them in one reading of the store. */
  private static final int SLICE = 200;

  /** Challenges of which a page is told in one look. */
  private static final int AT_ONCE = 20;

  /** Writes against other nodes' before it is left to the next look. */
  private static final int TRIES = 8;

  public static final CollectionSpec SPEC =
      new CollectionSpec(
          "challenge_news",
          CollectionSpec.Area.LIVE,
          List.of(new IndexSpec("due", List.of(), DUE)));

  private final Store store;
  private final Challenges challenges;
  private final Map<String, Challenge> starter;
  private final OfferRound offers;
  private final Follows follows;
  private final Speech speech;
  private final Supplier<Gazetteer> gazetteer;
  private final InstantSource clock;

  /** By code, the challenge as this node has looked at it. */
  private final Map<String, Versioned<Challenge>> looked = new ConcurrentHashMap<>();

  public News(
      Store store,
      Challenges challenges,
      Starter starter,
      OfferRound offers,
      Follows follows,
      Speech speech,
      Supplier<Gazetteer> gazetteer,
      InstantSource clock) {
    this.store = store;
    this.challenges = challenges;
    this.starter = starter.challenges();
    this.offers = offers;
    this.follows = follows;
    this.speech = speech;
    this.gazetteer = gazetteer;
    this.clock = clock;
  }

  /**
   * Where the telling of one challenge stands.
   *
   * @param version of the document; -1 while there is none
   * @param challenge as it is; null when it is there no more
   */
  private record Standing(String code, long version, Seen seen, @Nullable Challenge challenge) {}

  /**
   * Tells what is new and what is due, of each challenge a page.
   *
   * @param most people or offers in a page
   * @return how many challenges were looked at
   */
  public CompletableFuture<Integer> look(int most) {
    Map<String, Versioned<Challenge>> now = new HashMap<>();
    for (Versioned<Challenge> kept : challenges.book().all()) now.put(kept.thing().code(), kept);
    Set<String> changed = new HashSet<>(looked.keySet());
    changed.addAll(now.keySet());
    changed.removeIf(code -> Optional.ofNullable(now.get(code)).equals(seen(code)));
    List<String> codes = changed.stream().sorted().toList();
    Set<String> done = new HashSet<>();
    CompletableFuture<?> all = done();
    for (int from = 0; from < codes.size(); from += SLICE) {
      List<String> slice = codes.subList(from, Math.min(codes.size(), from + SLICE));
      all = all.thenCompose(_ -> look(slice, now, done, most));
    }
    return all.thenCompose(_ -> due())
        .thenCompose(
            due -> inTurn(due.stream().filter(done::add).toList(), code -> tell(code, most)))
        .thenApply(_ -> done.size());
  }

  private Optional<Versioned<Challenge>> seen(String code) {
    return Optional.ofNullable(looked.get(code));
  }

  private CompletableFuture<?> look(
      List<String> codes, Map<String, Versioned<Challenge>> now, Set<String> done, int most) {
    return store
        .getAll(SPEC.name(), codes)
        .thenCompose(
            told ->
                inTurn(
                    codes,
                    code -> {
                      Versioned<Challenge> kept = now.get(code);
                      if (!told.containsKey(code) && isUntouched(kept)) {
                        looked.put(code, kept);
                        return done();
                      }
                      done.add(code);
                      return tell(code, most).thenRun(() -> looked(code, kept));
                    }));
  }

  private boolean isUntouched(@Nullable Versioned<Challenge> kept) {
    return kept != null
        && kept.version() == 0
        && kept.thing().equals(starter.get(kept.thing().code()));
  }

  private void looked(String code, @Nullable Versioned<Challenge> kept) {
    if (kept == null) looked.remove(code);
    else looked.put(code, kept);
  }

  /** Those of which something is under way, or has been gathered long enough. */
  private CompletableFuture<List<String>> due() {
    long before = clock.millis() + 1;
    return store
        .find(SPEC.name(), new Query("due", Map.of(), 0L, before, null, AT_ONCE))
        .thenApply(page -> page.documents().stream().map(Document::id).toList());
  }

  private static CompletableFuture<?> inTurn(
      List<String> codes, Function<String, CompletableFuture<?>> each) {
    CompletableFuture<?> all = done();
    for (String code : codes) all = all.thenCompose(_ -> each.apply(code));
    return all;
  }

  /** A page of whatever is under way of a challenge, when it has been held against what is. */
  private CompletableFuture<?> tell(String code, int most) {
    return settled(code, TRIES)
        .thenCompose(standing -> round(standing, most))
        .thenCompose(
            standing ->
                standing.<CompletableFuture<?>>map(one -> spread(one, most)).orElseGet(News::done));
  }

  /**
   * What was told is read before what is: who loses against another node reads both anew, so that
   * an elder state is never taken for a change.
   */
  private CompletableFuture<Standing> settled(String code, int tries) {
    if (tries == 0)
      return CompletableFuture.failedFuture(
          new StoreException(StoreException.Kind.BUSY, "others tell of this challenge"));
    return store
        .get(SPEC.name(), code)
        .thenCompose(
            found ->
                challenges
                    .shelf()
                    .getAll(List.of(code))
                    .thenCompose(
                        kept -> {
                          Versioned<Challenge> is = kept.get(code);
                          Challenge challenge = is == null ? null : is.thing();
                          return held(standing(code, found, challenge), tries);
                        }));
  }

  private Standing standing(String code, Optional<Document> found, @Nullable Challenge challenge) {
    return found
        .map(d -> new Standing(code, d.version(), RecordJson.read(d.json(), Seen.class), challenge))
        .orElseGet(() -> new Standing(code, -1, first(code), challenge));
  }

  /** What is known of one that was never told of: what the product brought along. */
  private Seen first(String code) {
    Challenge there = starter.get(code);
    return there == null ? Seen.NOTHING : Seen.of(there);
  }

  private CompletableFuture<Standing> held(Standing standing, int tries) {
    Challenge challenge = standing.challenge();
    List<String> lists = challenge == null ? List.of() : lists(challenge);
    Seen next = standing.seen().next(challenge, standing.code(), lists, clock.instant());
    if (next.equals(standing.seen())) return CompletableFuture.completedFuture(standing);
    return write(standing, next)
        .thenCompose(
            written ->
                written.isPresent()
                    ? CompletableFuture.completedFuture(written.get())
                    : settled(standing.code(), tries - 1));
  }

  /** Its theme, its place and the areas in which that lies. */
  private List<String> lists(Challenge challenge) {
    List<String> lists = new ArrayList<>(List.of(Follows.theme(challenge.theme())));
    if (!challenge.place().isEmpty())
      gazetteer.get().way(challenge.place()).forEach(id -> lists.add(Follows.place(id)));
    return lists;
  }

  /** Empty when somebody else has written meanwhile, or may have: they go on from there. */
  private CompletableFuture<Optional<Standing>> write(Standing standing, Seen next) {
    Instant now = clock.instant();
    var node = RecordJson.write(next, RecordJson.parse("{}"), 1);
    long due = next.due(now);
    if (due > 0) node.put(DUE, due);
    long version = standing.version() + 1;
    String writeId = "news " + next.news() + " " + now.toEpochMilli();
    Document document = new Document(standing.code(), version, writeId, node.toString());
    CompletableFuture<Outcome> written =
        version == 0
            ? store
                .insert(SPEC.name(), List.of(document), Priority.BACKGROUND)
                .thenApply(List::getFirst)
            : store.replaceIf(SPEC.name(), document, Priority.BACKGROUND);
    Standing after = new Standing(standing.code(), version, next, standing.challenge());
    return written.thenApply(
        outcome ->
            outcome == Outcome.INSERTED || outcome == Outcome.REPLACED
                ? Optional.of(after)
                : Optional.empty());
  }

  /** A page of those who have offered; behind the last what else is to be told is begun. */
  private CompletableFuture<Optional<Standing>> round(Standing standing, int most) {
    Seen seen = standing.seen();
    Round round = seen.round();
    if (round == null) return CompletableFuture.completedFuture(Optional.of(standing));
    OfferRound.News news = new OfferRound.News(round.about(), standing.code(), seen.news());
    Challenge challenge = standing.challenge();
    List<Keeper> keepers = challenge == null ? List.of() : challenge.facts().keepers();
    return offers
        .page(news, keepers, round.after(), most)
        .thenCompose(
            after ->
                after.isEmpty()
                    ? ended(standing)
                    : write(standing, seen.with(new Round(round.about(), after))));
  }

  private CompletableFuture<Optional<Standing>> ended(Standing standing) {
    return write(standing, standing.seen().with((Round) null))
        .thenCompose(
            written ->
                written.isEmpty()
                    ? CompletableFuture.completedFuture(written)
                    : settled(standing.code(), TRIES).thenApply(Optional::of));
  }

  /** A page of those who follow. */
  private CompletableFuture<?> spread(Standing standing, int most) {
    Seen seen = standing.seen();
    Spread spread = seen.spread();
    Challenge challenge = standing.challenge();
    if (spread == null) return done();
    if (challenge == null || spread.at() >= spread.lists().size())
      return write(standing, seen.with((Spread) null));
    return follows
        .page(spread.lists().get(spread.at()), spread.after(), most)
        .thenCompose(
            people ->
                inTurn(people, person -> tell(person, challenge, spread.cause()))
                    .thenCompose(_ -> write(standing, seen.with(next(spread, people, most)))));
  }

  private static Spread next(Spread spread, List<String> people, int most) {
    return people.size() < most
        ? new Spread(spread.cause(), spread.lists(), spread.at() + 1, "")
        : new Spread(spread.cause(), spread.lists(), spread.at(), people.getLast());
  }

  /** Once for each news, however many of its lists somebody follows. */
  private CompletableFuture<Void> tell(String person, Challenge challenge, String cause) {
    Map<String, Value> values =
        Map.of(
            "code", new Value.Text(challenge.code()),
            "title", new Value.Local(challenge.title()));
    Notice notice =
        new Notice(FLOW, PUBLISHED, values, Urgency.BULK, clock.instant().plus(WORTH_TELLING));
    return speech.send(person, notice, "challenge news " + cause + " " + person);
  }

  private static CompletableFuture<?> done() {
    return CompletableFuture.completedFuture(null);
  }
}
