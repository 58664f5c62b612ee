package ma.jisr.gateway.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody always keeps the accounts. */
class LastAdministratorTest {
  private static final Territory HAOUZ = Territory.of(List.of("al-haouz"));

  /** More reads and writes than one change makes. */
  private static final int STEPS = 12;

  private final Store memory = new MemoryStore(AccountCollections.specs());
  private final Staff there = new Staff(memory);

  /** Called before each use of the store here. */
  private Runnable before = () -> {};

  private final Staff here =
      new Staff(
          new FaultyStore(
              memory,
              (method, collection) -> {
                before.run();
                return new Fault.Pass();
              }));

  private static Account disabled(Account account) {
    return account.withDisabled(true);
  }

  private static Account operator(Account account) {
    return account.withRole(Role.OPERATOR, HAOUZ);
  }

  private static String change(Staff staff, String name, UnaryOperator<Account> edit) {
    return Staff.said(() -> staff.accounts.change(name, edit).join().role());
  }

  private long administrators() {
    return there.accounts.all().join().stream().filter(Account::administers).count();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void theLastOneStays(UnaryOperator<Account> leaving) {
    there.make("amina", Role.ADMINISTRATOR);
    there.make("said", Role.OPERATOR);
    String why = "amina is the last administrator: make another one first";
    assertEquals(why, change(there, "amina", leaving));
    there.make("hind", Role.ADMINISTRATOR);
    change(there, "hind", LastAdministratorTest::disabled);
    assertEquals(why, change(there, "amina", leaving), "one that is disabled keeps nothing");
    change(there, "said", account -> account.withRole(Role.ADMINISTRATOR, Territory.EVERYWHERE));
    change(there, "amina", leaving);
    assertEquals(1, administrators());
  }

  static Stream<UnaryOperator<Account>> ways() {
    return Stream.of(LastAdministratorTest::disabled, LastAdministratorTest::operator);
  }

  /** All that another node does in the middle, between any two steps of this one. */
  @ParameterizedTest(name = "after {0} steps")
  @MethodSource("moments")
  void twoWhoTakeEachOtherAwayLeaveOne(int moment) {
    there.make("amina", Role.ADMINISTRATOR);
    there.make("hind", Role.ADMINISTRATOR);
    int[] step = {0};
    before =
        () -> {
          if (step[0]++ == moment) change(there, "amina", LastAdministratorTest::operator);
        };
    change(here, "hind", LastAdministratorTest::disabled);
    assertTrue(step[0] < STEPS, () -> step[0] + " steps: more moments to try");
    if (step[0] <= moment) change(there, "amina", LastAdministratorTest::operator);
    assertEquals(1, administrators());
  }

  /** The same of three, each relying on the next. */
  @ParameterizedTest(name = "after {0} and {1} steps")
  @MethodSource("pairs")
  void threeInACircleLeaveOne(int first, int second) {
    for (String name : List.of("amina", "hind", "said")) there.make(name, Role.ADMINISTRATOR);
    int[] step = {0};
    before =
        () -> {
          int now = step[0]++;
          if (now == first) change(there, "amina", LastAdministratorTest::operator);
          if (now == second) change(there, "said", LastAdministratorTest::disabled);
        };
    change(here, "hind", LastAdministratorTest::operator);
    assertEquals(1, administrators());
  }

  static IntStream moments() {
    return IntStream.range(0, STEPS);
  }

  static Stream<Arguments> pairs() {
    return IntStream.range(0, STEPS / 2)
        .boxed()
        .flatMap(
            first -> IntStream.range(0, STEPS / 2).mapToObj(second -> Arguments.of(first, second)));
  }

  @Test
  void aLesserRoleCutsItsTokensDownForGood() {
    there.make("amina", Role.ADMINISTRATOR);
    there.make("hind", Role.ADMINISTRATOR);
    String all = there.token("hind");
    there.accounts.issue("hind", Set.of(Scope.AUDIT_READ), there.now.plusSeconds(60)).join();
    Account viewer =
        there.accounts.change("hind", account -> account.withRole(Role.VIEWER, HAOUZ)).join();
    assertEquals(1, viewer.tokens().size(), "one was good for nothing else");
    assertEquals(Scope.within(Role.VIEWER), there.callers.of(all).join().orElseThrow().scopes());
    change(there, "hind", account -> account.withRole(Role.ADMINISTRATOR, Territory.EVERYWHERE));
    assertEquals(Scope.within(Role.VIEWER), there.callers.of(all).join().orElseThrow().scopes());
  }
}
