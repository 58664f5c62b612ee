package ma.jisr.service.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Vault;
import ma.jisr.service.Held;
import ma.jisr.service.Holding;
import ma.jisr.service.Whose;
import ma.jisr.service.account.Persons;
import ma.jisr.service.account.Portrait;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine of erasures, on a clock of its own; what it asks for fails when told. */
class ErasuresTest {
  private static final Instant START = Instant.parse("2026-03-02T10:15:00Z");

  private final MemoryStore store = new MemoryStore(List.of(Erasures.SPEC));
  private final Vault vault = Vault.passing(new SplittableRandom(8));
  private final List<ErasureLog.Line> lines = new ArrayList<>();
  private final List<String> did = new ArrayList<>();
  private final Map<String, String> aliases = new HashMap<>(Map.of("n1", "p1"));
  private final Set<String> people = new HashSet<>(Set.of("p1"));
  private final Persons persons = new Persons();
  private Instant now = START;
  private int failing = -1;
  private boolean lastWords;

  private final Erasures erasures = process();

  /** As a process makes it: nothing but the store and the log outlives one. */
  private Erasures process() {
    persons.connect(new Engine());
    Erasures made = new Erasures(store, persons, new Lines(), vault, ErasureRules.USUAL, () -> now);
    made.over(List.of(new Room("tickets"), new Room("payments")));
    return made;
  }

  /** The step of this number fails, once. */
  private CompletableFuture<Void> step(String what) {
    if (failing-- == 0)
      return CompletableFuture.failedFuture(new IllegalStateException("as asked"));
    did.add(what);
    return CompletableFuture.completedFuture(null);
  }

  private void pass(Duration time) {
    Instant end = now.plus(time);
    while (now.isBefore(end)) {
      now = now.plusSeconds(20);
      process().look(10).join();
    }
  }

  private Optional<Erasure> of(String person) {
    return erasures.of(person).join();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 2, 3, 4, 5, 6})
  void whereverItFailsItGoesOn(int at) {
    failing = at;
    erasures.wish("p1", Why.ASKED).join();
    assertEquals(List.of(), did, "the last words are said first");
    pass(Duration.ofMinutes(5));
    assertEquals(
        List.of("log", "unname", "leave", "tickets 212661000001", "payments 212661000001", "bury"),
        did);
    assertEquals(Erasure.Stage.BURIED, of("p1").orElseThrow().stage());
    assertTrue(of("p1").orElseThrow().sealed().isEmpty(), "the number is not kept");
    assertTrue(aliases.isEmpty());
  }

  @Test
  void theStoneStaysUntilEverythingThatNamesThemIsOver() {
    erasures.wish("p1", Why.ASKED).join();
    pass(Duration.ofMinutes(5));
    now = START.plus(ErasureRules.USUAL.stone()).minus(Duration.ofHours(1));
    pass(Duration.ofMinutes(1));
    assertFalse(did.contains("clear"));
    pass(Duration.ofHours(2));
    assertEquals("clear", did.getLast());
    assertTrue(of("p1").isEmpty());
  }

  @Test
  void lastWordsThatAreStillToGoAreWaitedForADayAndNoLonger() {
    lastWords = true;
    erasures.wish("p1", Why.ASKED).join();
    pass(Duration.ofHours(1));
    assertFalse(did.contains("bury"));
    now = START.plus(ErasureRules.USUAL.lastWords());
    pass(Duration.ofMinutes(2));
    assertTrue(did.contains("bury"));
  }

  @Test
  void wishedAgainItIsTheSameWish() {
    Instant first = erasures.wish("p1", Why.ASKED).join();
    now = now.plusSeconds(30);
    assertEquals(first, erasures.wish("p1", Why.OFFICE).join());
  }

  @Test
  void aRestoredStoreIsErasedAgainAndWhoCameSinceStays() {
    erasures.wish("p1", Why.ASKED).join();
    pass(Duration.ofMinutes(5));
    now = now.plus(Duration.ofDays(40));
    pass(Duration.ofMinutes(1));
    assertTrue(of("p1").isEmpty());
    aliases.put("n1", "p2"); // the number's next person
    people.add("p2");
    assertEquals(0, erasures.replay().join());
    aliases.put("n1", "p1"); // an older copy is brought back
    people.add("p1");
    assertEquals(1, erasures.replay().join());
    assertEquals(0, erasures.replay().join(), "it is on its way");
    assertEquals(Why.RESTORED, of("p1").orElseThrow().why());
    pass(Duration.ofMinutes(5));
    assertTrue(aliases.isEmpty());
    assertFalse(people.contains("p1"));
  }

  @Test
  void theLogHasNeitherNumbersNorIds() {
    erasures.wish("p1", Why.ASKED).join();
    pass(Duration.ofMinutes(5));
    assertEquals(1, lines.size());
    assertFalse(lines.toString().contains("212661") || lines.toString().contains("p1"));
  }

  private final class Lines implements ErasureLog {
    @Override
    public CompletableFuture<Void> add(Line line) {
      return step("log").thenAccept(_ -> lines.add(line));
    }

    @Override
    public CompletableFuture<List<Line>> all() {
      return CompletableFuture.completedFuture(List.copyOf(lines));
    }
  }

  private final class Room implements Holding {
    private final String name;

    Room(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public CompletableFuture<List<Held>> held(Whose who) {
      return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletableFuture<Void> erase(Whose who, Instant wished) {
      return step(name + ' ' + String.join(" ", who.numbers()));
    }
  }

  /** People by their ids, one of them with a number. */
  private final class Engine implements Persons.Engine {
    @Override
    public CompletableFuture<Optional<Portrait>> portrait(String person) {
      return CompletableFuture.completedFuture(
          people.contains(person)
              ? Optional.of(
                  new Portrait(
                      List.of("212661000001"),
                      List.of(),
                      List.of("n1"),
                      null,
                      Set.of(),
                      null,
                      List.of(),
                      false,
                      List.of(),
                      0,
                      null))
              : Optional.empty());
    }

    @Override
    public CompletableFuture<Optional<String>> known(String digits) {
      return CompletableFuture.completedFuture(Optional.ofNullable(aliases.get("n1")));
    }

    @Override
    public CompletableFuture<Map<String, String>> behind(List<String> names) {
      Map<String, String> found = new HashMap<>(aliases);
      found.keySet().retainAll(names);
      return CompletableFuture.completedFuture(found);
    }

    @Override
    public CompletableFuture<Void> unname(String person, List<String> names) {
      return step("unname").thenAccept(_ -> names.forEach(name -> aliases.remove(name, person)));
    }

    @Override
    public CompletableFuture<Void> leave(String person) {
      return step("leave");
    }

    @Override
    public CompletableFuture<Boolean> bury(String person, boolean anyway) {
      if (lastWords && !anyway) return CompletableFuture.completedFuture(false);
      return step("bury")
          .thenApply(
              _ -> {
                people.remove(person);
                return true;
              });
    }

    @Override
    public CompletableFuture<Void> clear(String person) {
      return step("clear");
    }

    @Override
    public CompletableFuture<Void> hide(String person, String key) {
      return step("hide");
    }

    @Override
    public CompletableFuture<Optional<String>> tie(String person, String digits, String link) {
      return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletableFuture<Void> stop(String digits, boolean stopped) {
      return step("stop");
    }

    @Override
    public CompletableFuture<Boolean> stopped(String digits) {
      return CompletableFuture.completedFuture(false);
    }
  }
}
