package ma.jisr.service.challenges.follow;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.value.Value;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.Speech;
import ma.jisr.service.challenges.follow.Seen.Spread;
import ma.jisr.service.challenges.offer.Offers;
import ma.jisr.service.challenges.register.Challenge;
import ma.jisr.service.challenges.register.Challenge.State;
import ma.jisr.service.challenges.register.ChallengeBook;
import ma.jisr.service.challenges.register.Starter;
import ma.jisr.service.outbox.RecordJson;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Tells what became of challenges, whichever way they were changed: each is held against what was
 * told of it last. Who offered hears that one has changed or is over; who has come to answer for it
 * hears of the offers that are open; who follows its theme or place hears of a new one. A crash
 * repeats what it interrupted, under the same keys. Callable from any thread, by several nodes.
 */
public final class News {
  /** The flow that has the message, and its name: values {@code code}, {@code title}. */
  static final String FLOW = "challenges.follow";

  static final String PUBLISHED = "published_told";

  private static final String SPREADS = "spreadAt";

  private static final Duration WORTH_TELLING = Duration.ofDays(3);

  public static final CollectionSpec SPEC =
      new CollectionSpec(
          "challenge_news",
          CollectionSpec.Area.LIVE,
          List.of(new IndexSpec("spreads", List.of(), SPREADS)));

  private final Store store;
  private final ChallengeBook book;
  private final Map<String, Challenge> starter;
  private final Offers offers;
  private final Follows follows;
  private final Speech speech;
  private final Supplier<Gazetteer> gazetteer;
  private final InstantSource clock;

  /** By code, the version that this node has looked at. */
  private final Map<String, Long> looked = new ConcurrentHashMap<>();

  public News(
      Store store,
      ChallengeBook book,
      Starter starter,
      Offers offers,
      Follows follows,
      Speech speech,
      Supplier<Gazetteer> gazetteer,
      InstantSource clock) {
    this.store = store;
    this.book = book;
    this.starter = starter.challenges();
    this.offers = offers;
    this.follows = follows;
    this.speech = speech;
    this.gazetteer = gazetteer;
    this.clock = clock;
  }

  /** Tells what is new, of followers so many at once; gives how many challenges were. */
  public CompletableFuture<Integer> look(int most) {
    CompletableFuture<Integer> all = CompletableFuture.completedFuture(0);
    for (Versioned<Challenge> kept : book.all()) {
      String code = kept.thing().code();
      boolean untouched = kept.version() == 0 && kept.thing().equals(starter.get(code));
      if (untouched || looked.getOrDefault(code, -1L) == kept.version()) continue;
      all =
          all.thenCompose(
              n ->
                  look(kept)
                      .thenApply(
                          _ -> {
                            looked.put(code, kept.version());
                            return n + 1;
                          }));
    }
    return all.thenCompose(n -> spread(most).thenApply(_ -> n));
  }

  private CompletableFuture<?> look(Versioned<Challenge> kept) {
    Challenge challenge = kept.thing();
    return store
        .get(SPEC.name(), challenge.code())
        .thenCompose(
            found -> {
              Seen seen = found.map(d -> read(d.json())).orElseGet(() -> first(challenge.code()));
              if (seen.version() >= kept.version() && found.isPresent())
                return CompletableFuture.completedFuture(null);
              String cause = challenge.code() + ":" + kept.version();
              return told(challenge, seen, cause)
                  .thenCompose(
                      _ ->
                          write(
                              challenge.code(),
                              cause,
                              before -> next(before, challenge, kept.version(), cause)));
            });
  }

  /** What is known of one that was never told of: what the product brought along. */
  private Seen first(String code) {
    Challenge there = starter.get(code);
    return there == null ? Seen.NOTHING : Seen.of(there, -1, null);
  }

  private CompletableFuture<?> told(Challenge challenge, Seen seen, String cause) {
    Seen now = Seen.of(challenge, 0, null);
    if (now.state() == State.CLOSED)
      return seen.state() == State.CLOSED ? done() : offers.close(cause, challenge.code());
    CompletableFuture<?> all = done();
    if (now.state() == State.PUBLISHED
        && seen.state() == State.PUBLISHED
        && !now.reads().equals(seen.reads()))
      all = all.thenCompose(_ -> offers.changed(cause, challenge.code()));
    if (!seen.keepers().containsAll(now.keepers()))
      all = all.thenCompose(_ -> offers.introduce(cause, challenge));
    return all;
  }

  private static CompletableFuture<?> done() {
    return CompletableFuture.completedFuture(null);
  }

  private Seen next(Seen before, Challenge challenge, long version, String cause) {
    if (before.version() >= version) return before;
    boolean appears = challenge.open() && before.state() != State.PUBLISHED;
    Spread spread = appears ? new Spread(cause, lists(challenge), 0, "") : before.spread();
    return Seen.of(challenge, version, challenge.open() ? spread : null);
  }

  /** Its theme, its place and the areas in which that lies. */
  private List<String> lists(Challenge challenge) {
    List<String> lists = new ArrayList<>(List.of(Follows.theme(challenge.theme())));
    if (!challenge.place().isEmpty())
      gazetteer.get().way(challenge.place()).forEach(id -> lists.add(Follows.place(id)));
    return lists;
  }

  private CompletableFuture<Seen> write(String code, String writeId, UnaryOperator<Seen> by) {
    return Rewrite.of(
        store,
        SPEC.name(),
        code,
        writeId,
        Priority.BACKGROUND,
        found -> {
          Seen before = found.map(News::read).orElseGet(() -> first(code));
          Seen after = by.apply(before);
          if (after.equals(before) && found.isPresent()) return Rewrite.Change.none(before);
          ObjectNode node = RecordJson.write(after, RecordJson.parse(found.orElse("{}")), 1);
          if (after.spread() == null) node.remove(SPREADS);
          else node.put(SPREADS, clock.instant().toEpochMilli());
          return new Rewrite.Change<>(node.toString(), after);
        });
  }

  private static Seen read(String json) {
    return RecordJson.read(json, Seen.class);
  }

  /** A page of those who follow, of each challenge whose news are under way. */
  private CompletableFuture<?> spread(int most) {
    return store
        .find(SPEC.name(), new Query("spreads", Map.of(), 0L, null, null, most))
        .thenCompose(
            page -> {
              CompletableFuture<?> all = done();
              for (var document : page.documents()) {
                Seen seen = read(document.json());
                all = all.thenCompose(_ -> spread(document.id(), seen.spread(), most));
              }
              return all;
            });
  }

  private CompletableFuture<?> spread(String code, @Nullable Spread spread, int most) {
    Challenge challenge = book.byCode(code).filter(Challenge::open).orElse(null);
    if (spread == null || challenge == null || spread.at() >= spread.lists().size())
      return write(code, "spread over " + clock.millis(), seen -> seen.with(null));
    return follows
        .page(spread.lists().get(spread.at()), spread.after(), most)
        .thenCompose(
            people -> {
              CompletableFuture<?> all = done();
              for (String person : people)
                all = all.thenCompose(_ -> tell(person, challenge, spread.cause()));
              return all.thenCompose(_ -> write(code, next(spread, people, most)));
            });
  }

  private static Spread next(Spread spread, List<String> people, int most) {
    return people.size() < most
        ? new Spread(spread.cause(), spread.lists(), spread.at() + 1, "")
        : new Spread(spread.cause(), spread.lists(), spread.at(), people.getLast());
  }

  private CompletableFuture<?> write(String code, Spread next) {
    String id = "spread " + next.cause() + ' ' + next.at() + ' ' + next.after();
    return write(
        code,
        id,
        seen -> {
          Spread now = seen.spread();
          return now != null && now.cause().equals(next.cause()) ? seen.with(next) : seen;
        });
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
}
