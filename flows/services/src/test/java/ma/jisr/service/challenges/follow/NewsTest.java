package ma.jisr.service.challenges.follow;

import static ma.jisr.service.challenges.ChallengeWorld.AMIZMIZ;
import static ma.jisr.service.challenges.ChallengeWorld.ROOT;
import static ma.jisr.service.challenges.ChallengeWorld.done;
import static ma.jisr.service.challenges.ChallengeWorld.facts;
import static ma.jisr.service.challenges.ChallengeWorld.keeper;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import ma.jisr.service.challenges.ChallengeWorld;
import ma.jisr.service.challenges.offer.Made;
import ma.jisr.service.challenges.register.Challenge;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsTest {
  /** More than two pages of what the keeper tells at once, and than was ever read at once. */
  private static final int MANY = 1_200;

  private static final int PAGE = 200;

  private final Store store = new MemoryStore(ChallengeWorld.specs());
  private final ChallengeWorld world = new ChallengeWorld(store);
  private int calls;

  private void offer(String code, int who) {
    String person = "p2126" + (10_000_000 + who);
    Made made =
        world.offers.make("o" + code + who, person, code, "Hassan", AMIZMIZ, "Un toit").join();
    assertInstanceOf(Made.Done.class, made);
  }

  private void says(String title) {
    Challenge unused =
        done(
            world
                .challenges
                .desk()
                .change(ROOT, "2.4", null, _ -> facts(title, ""), "c" + ++calls)
                .join());
  }

  private void closes() {
    Challenge unused = done(world.challenges.desk().close(ROOT, "2.4", null, "c" + ++calls).join());
  }

  private void after(Duration time) {
    world.now.updateAndGet(now -> now.plus(time));
  }

  private List<String> messages() {
    return world.tell().stream().map(told -> told.split(" ", -1)[1]).toList();
  }

  @Test
  void editsWithinMinutesAreOneMessage() {
    offer("2.4", 1);
    says("Un titre");
    assertEquals(List.of(), messages());
    after(Seen.GATHER.minusSeconds(1));
    says("Un autre titre");
    assertEquals(List.of(), messages());
    after(Duration.ofSeconds(1));
    assertEquals(List.of("changed_told"), messages());
    after(Seen.GATHER);
    assertEquals(List.of(), messages());
    says("Un titre");
    assertEquals(List.of(), messages(), "a time of its own");
    after(Seen.GATHER);
    assertEquals(List.of("changed_told"), messages());
  }

  @Test
  void whatIsTakenBackWithinMinutesIsToldToNobody() {
    offer("2.4", 1);
    says("Une faute");
    assertEquals(List.of(), messages());
    Challenge unused = done(world.challenges.desk().undo(ROOT, "2.4", null, "c" + ++calls).join());
    assertEquals(List.of(), messages());
    after(Seen.GATHER.multipliedBy(2));
    assertEquals(List.of(), messages());
  }

  @Test
  void thatItIsOverIsToldAtOnceAndNothingElseAfterIt() {
    offer("2.4", 1);
    says("Un titre");
    assertEquals(List.of(), messages());
    closes();
    assertEquals(List.of("closed_told"), messages());
    after(Seen.GATHER.multipliedBy(2));
    assertEquals(List.of(), messages());
  }

  @Test
  void whoComesToAnswerHearsAtOnceAndTheRestInItsTime() {
    offer("2.4", 1);
    says("Un titre");
    assertEquals(List.of(), messages());
    Challenge unused =
        done(
            world
                .challenges
                .desk()
                .keepers(ROOT, "2.4", f -> f.with(keeper("Commune", "212661000009"), null), "k")
                .join());
    assertEquals(List.of("offered"), messages());
    after(Seen.GATHER);
    assertEquals(List.of("changed_told"), messages());
  }

  @Test
  void aNodeThatBeginsAnewGoesOnWhereItWas() {
    offer("2.4", 1);
    says("Un titre");
    assertEquals(List.of(), messages());
    ChallengeWorld other = new ChallengeWorld(store);
    assertEquals(List.of(), other.tell());
    other.now.updateAndGet(now -> now.plus(Seen.GATHER));
    assertEquals(1, other.tell().size());
    after(Seen.GATHER);
    assertEquals(List.of(), messages(), "it was told by the other");
  }

  /** Each world is a process on the same store; the engine drops what comes under the same key. */
  @ParameterizedTest
  @CsvSource({"changed_told, 731", "closed_told, 1900"})
  void everybodyWhoOfferedHearsOnceThoughOneDiesInTheMiddle(String message, int writes) {
    for (int i = 0; i < MANY; i++) offer("2.4", i);
    world.tell();
    if (message.equals("closed_told")) closes();
    else says("Un titre");
    world.tell();
    Map<String, String> told = new HashMap<>(world.told);
    AtomicInteger left = new AtomicInteger(writes);
    ChallengeWorld dying = new ChallengeWorld(new FaultyStore(store, mortal(left)));
    dying.now.set(world.now.get().plus(Seen.GATHER));
    boolean died = dies(dying);
    ChallengeWorld next = new ChallengeWorld(store);
    next.now.set(dying.now.get());
    for (int look = 0; look < 2 * MANY / PAGE; look++) look(next);
    dying.told.forEach(told::putIfAbsent);
    next.told.forEach(told::putIfAbsent);
    assertTrue(died, "it died in the middle");
    Set<String> people = new HashSet<>();
    for (String one : told.values())
      if (one.contains(" " + message + " "))
        assertTrue(people.add(one.substring(0, one.indexOf(' '))), () -> "twice: " + one);
    assertEquals(MANY, people.size());
    int repeated = dying.told.size() + next.told.size() - people(dying, next);
    assertTrue(repeated <= 1, () -> repeated + " were handed in again");
  }

  private static int people(ChallengeWorld one, ChallengeWorld other) {
    Set<String> keys = new HashSet<>(one.told.keySet());
    keys.addAll(other.told.keySet());
    return keys.size();
  }

  private static void look(ChallengeWorld world) {
    int unused = world.news.look(PAGE).thenCompose(_ -> world.teller.look(PAGE)).join();
  }

  private static boolean dies(ChallengeWorld world) {
    try {
      for (int look = 0; look < 2 * MANY / PAGE; look++) look(world);
      return false;
    } catch (CompletionException e) {
      return true;
    }
  }

  /** After so many writes it answers nothing any more; the last is made, and nobody knows. */
  private static FaultyStore.Plan mortal(AtomicInteger left) {
    return (method, _) -> {
      if (left.get() < 0) return new Fault.Refuse(StoreException.Kind.CLOSED);
      boolean writes = Set.of("insert", "replaceIf", "deleteIf").contains(method);
      if (!writes || left.decrementAndGet() >= 0) return new Fault.Pass();
      return new Fault.LoseReply();
    };
  }
}
