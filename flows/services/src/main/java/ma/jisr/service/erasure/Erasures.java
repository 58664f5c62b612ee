package ma.jisr.service.erasure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Vault;
import ma.jisr.service.Holding;
import ma.jisr.service.Whose;
import ma.jisr.service.account.Persons;
import ma.jisr.service.account.Portrait;
import ma.jisr.service.erasure.Erasure.Stage;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Query;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases people: each step is written down when it is done, and may be done again by whoever finds
 * it undone, so that neither a crash nor two nodes leave anything behind. Callable from any thread;
 * never blocks.
 */
public final class Erasures {
  public static final CollectionSpec SPEC = ErasureStore.SPEC;

  /** The longest pause before a step that has failed is tried again. */
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private static final int DOUBLINGS = 8;

  private static final Duration PAUSE = Duration.ofSeconds(15);

  /** Names asked for together. */
  private static final int MOST_NAMES = Query.MAX_LIMIT;

  /** What two numbers of one person are parted by. */
  private static final String BETWEEN = ",";

  private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);

  private final ErasureStore store;
  private final Persons persons;
  private final ErasureLog log;
  private final Vault vault;
  private final ErasureRules rules;
  private final InstantSource clock;
  private volatile List<Holding> holdings = List.of();

  /**
   * @param vault seals numbers until everything is erased, and makes the hashes of the log
   */
  public Erasures(
      Store store,
      Persons persons,
      ErasureLog log,
      Vault vault,
      ErasureRules rules,
      InstantSource clock) {
    this.store = new ErasureStore(store);
    this.persons = persons;
    this.log = log;
    this.vault = vault;
    this.rules = rules;
    this.clock = clock;
  }

  /** How long an erasure is kept behind the burial. */
  public static Retention retention() {
    return ErasureStore.retention();
  }

  /** The rooms that keep something of people: told once, before anything is erased. */
  public void over(List<Holding> rooms) {
    holdings = List.copyOf(rooms);
  }

  /**
   * Wishes that somebody be erased, durably. Wished again it is the same wish.
   *
   * @return by when everything is gone but the stone, if all goes well
   */
  public CompletableFuture<Instant> wish(String person, Why why) {
    return wish(person, why, List.of());
  }

  /**
   * @param names of their addresses, where their document may have none
   */
  private CompletableFuture<Instant> wish(String person, Why why, List<String> names) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return persons
        .now()
        .portrait(person)
        .thenCompose(
            portrait ->
                store.wish(
                    person,
                    new Erasure(
                        why,
                        Stage.WISHED,
                        portrait.map(Portrait::names).orElse(names),
                        portrait.map(p -> vault.seal(String.join(BETWEEN, p.numbers()))).orElse(""),
                        List.of(),
                        now,
                        why.spoken() ? now.plus(rules.start()) : now,
                        0)))
        .thenApply(stands -> stands.wished().plus(rules.lastWords()));
  }

  /** Whether somebody is being erased, or has been lately. */
  public CompletableFuture<Optional<Erasure>> of(String person) {
    return store.get(person);
  }

  /** All on their way, by the random id of the person; soonest due first. */
  public CompletableFuture<Map<String, Erasure>> all(int most) {
    return store.all(most);
  }

  /**
   * Takes the steps that are due; gives how many erasures it has looked at. One that fails waits
   * for its next try and holds up no other.
   */
  public CompletableFuture<Integer> look(int most) {
    if (persons.engine().isEmpty()) return CompletableFuture.completedFuture(0);
    return store
        .due(clock.instant(), most)
        .thenCompose(
            found -> {
              CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
              for (Map.Entry<String, Erasure> one : found.entrySet())
                all = all.thenCompose(_ -> go(one.getKey(), one.getValue()));
              return all.thenApply(_ -> found.size());
            });
  }

  private CompletableFuture<Void> go(String person, Erasure erasure) {
    return step(person, erasure)
        .exceptionallyCompose(
            failure -> {
              LOG.warn(
                  "an erasure waits at {}: {}",
                  erasure.stage(),
                  failure.getClass().getSimpleName());
              return later(person, erasure);
            });
  }

  private CompletableFuture<Void> later(String person, Erasure erasure) {
    int failed = erasure.tries() + 1;
    Duration pause = PAUSE.multipliedBy(1L << Math.min(failed - 1, DOUBLINGS));
    Duration next = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    return store.change(
        person,
        "again:" + failed,
        stands ->
            stands.stage() == erasure.stage()
                ? stands.again(clock.instant().plus(next), failed)
                : null);
  }

  /** One step, and at once the next; ends where something must be waited for. */
  private CompletableFuture<Void> step(String person, Erasure erasure) {
    return switch (erasure.stage()) {
      case WISHED ->
          log.add(new ErasureLog.Line(erasure.wished(), hash(person), erasure.names()))
              .thenCompose(_ -> on(person, erasure, Stage.LOGGED));
      case LOGGED ->
          persons
              .now()
              .unname(person, erasure.names())
              .thenCompose(_ -> on(person, erasure, Stage.UNNAMED));
      case UNNAMED -> persons.now().leave(person).thenCompose(_ -> on(person, erasure, Stage.LEFT));
      case LEFT -> empty(person, erasure);
      case EMPTIED -> bury(person, erasure);
      case BURIED -> persons.now().clear(person).thenCompose(_ -> store.delete(person));
    };
  }

  private CompletableFuture<Void> on(String person, Erasure erasure, Stage stage) {
    Erasure next = erasure.at(stage, clock.instant());
    return store
        .change(person, "to:" + stage, stands -> stands.stage() == erasure.stage() ? next : null)
        .thenCompose(_ -> step(person, next));
  }

  private CompletableFuture<Void> empty(String person, Erasure erasure) {
    Whose whose = new Whose(person, numbers(erasure));
    for (Holding room : holdings) {
      if (erasure.done().contains(room.name())) continue;
      Erasure next = erasure.emptied(room.name(), clock.instant());
      return room.erase(whose, erasure.wished())
          .thenCompose(
              _ ->
                  store.change(
                      person,
                      "emptied:" + room.name(),
                      stands ->
                          stands.stage() == Stage.LEFT
                              ? stands.emptied(room.name(), clock.instant())
                              : null))
          .thenCompose(_ -> step(person, next));
    }
    return on(person, erasure, Stage.EMPTIED);
  }

  private List<String> numbers(Erasure erasure) {
    String all = erasure.sealed().isEmpty() ? "" : vault.open(erasure.sealed()).orElse("");
    return all.isEmpty() ? List.of() : List.of(all.split(BETWEEN, -1));
  }

  private CompletableFuture<Void> bury(String person, Erasure erasure) {
    Instant now = clock.instant();
    boolean anyway = !now.isBefore(erasure.wished().plus(rules.lastWords()));
    return persons
        .now()
        .bury(person, anyway)
        .thenCompose(
            buried ->
                store.change(
                    person,
                    buried ? "to:" + Stage.BURIED : "waits:" + now.toEpochMilli(),
                    stands ->
                        stands.stage() != Stage.EMPTIED
                            ? null
                            : buried
                                ? stands.buried(now.plus(rules.stone()))
                                : stands.again(now.plus(rules.again()), 0)));
  }

  private String hash(String person) {
    return vault.pseudonym("erased", person);
  }

  /**
   * Erases again whom a restored store leads to by an address that was theirs; gives how many. Who
   * has come again since under the same number is another person, and stays.
   */
  public CompletableFuture<Integer> replay() {
    return log.all().thenCompose(lines -> replay(lines, 0, 0));
  }

  private CompletableFuture<Integer> replay(List<ErasureLog.Line> lines, int from, int found) {
    if (from >= lines.size()) return CompletableFuture.completedFuture(found);
    List<ErasureLog.Line> some = new ArrayList<>();
    List<String> names = new ArrayList<>();
    int next = from;
    while (next < lines.size() && names.size() + lines.get(next).names().size() <= MOST_NAMES) {
      some.add(lines.get(next));
      names.addAll(lines.get(next).names());
      next++;
    }
    int behind = Math.max(next, from + 1);
    return persons
        .now()
        .behind(names)
        .thenCompose(
            people -> {
              CompletableFuture<Integer> all = CompletableFuture.completedFuture(found);
              for (ErasureLog.Line line : some)
                for (String person : theirs(line, people))
                  all =
                      all.thenCompose(
                          n -> again(person, line.names()).thenApply(was -> was ? n + 1 : n));
              return all;
            })
        .thenCompose(n -> replay(lines, behind, n));
  }

  private List<String> theirs(ErasureLog.Line line, Map<String, String> people) {
    return line.names().stream()
        .map(people::get)
        .filter(person -> person != null && hash(person).equals(line.person()))
        .distinct()
        .toList();
  }

  private CompletableFuture<Boolean> again(String person, List<String> names) {
    return store
        .get(person)
        .thenCompose(
            there ->
                there.isPresent()
                    ? CompletableFuture.completedFuture(false) // restored in the middle: it goes on
                    : wish(person, Why.RESTORED, names).thenApply(_ -> true));
  }
}
