package ma.jisr.service.wallet.payee;

import static ma.jisr.service.wallet.payee.PayeeWorld.AMIZMIZ;
import static ma.jisr.service.wallet.payee.PayeeWorld.HAOUZ;
import static ma.jisr.service.wallet.payee.PayeeWorld.OWNER;
import static ma.jisr.service.wallet.payee.PayeeWorld.biller;
import static ma.jisr.service.wallet.payee.PayeeWorld.done;
import static ma.jisr.service.wallet.payee.PayeeWorld.merchant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.change.Change;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.wallet.port.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PayeeDeskTest {
  private final PayeeWorld world = new PayeeWorld();

  @Test
  void whatIsMadeIsInTheBookAtOnceAndAgainAfterAReading() {
    PayeeEntry payee = world.made("Salam");
    assertTrue(PayeeCode.isCode(payee.code()), payee.code());
    assertEquals(Optional.of(payee), world.book().byCode(payee.code()));
    int unused = world.payees.reload().join();
    assertEquals(Optional.of(payee), world.book().byId(payee.id()));
    PayeeWorld other = new PayeeWorld(world.store, Map.of());
    assertEquals(Optional.of(payee), other.book().byId(payee.id()), "on another node");
    assertEquals(
        "212661000001",
        Objects.requireNonNull(payee.phone()).digits(PayeeWorld.VAULT).orElseThrow());
  }

  @Test
  void whatIsRepeatedIsMadeOnce() {
    int before = world.book().size();
    assertEquals(world.made("Salam"), world.made("Salam"));
    assertEquals(before + 1, world.book().size());
  }

  @Test
  void whoComesSecondSeesWhatTheOtherWrote() {
    PayeeEntry payee = world.made("Salam");
    done(world.desk().suspend(OWNER, payee.id(), 0, true, "a").join());
    Ruling<PayeeEntry> late =
        world
            .desk()
            .change(HAOUZ, payee.id(), 0, merchant("Salam", AMIZMIZ, "merchant-evil"), "b")
            .join();
    Ruling.Overtaken<?> overtaken = assertInstanceOf(Ruling.Overtaken.class, late);
    assertEquals(1, overtaken.theirs().version());
    PayeeEntry now = world.book().byId(payee.id()).orElseThrow();
    assertEquals(payee.account(), now.account(), "nothing was overwritten");
    assertFalse(now.payable());
  }

  @Test
  void paymentsAreStoppedAndGoOnAgain() {
    PayeeEntry payee = world.made("Salam");
    assertFalse(done(world.desk().suspend(HAOUZ, payee.id(), 0, true, "a").join()).payable());
    assertTrue(done(world.desk().suspend(HAOUZ, payee.id(), 1, false, "b").join()).payable());
    done(world.desk().retire(HAOUZ, payee.id(), 2, "c").join());
    assertEquals(
        Ruling.invalid("retired: undo that first"),
        world.desk().suspend(HAOUZ, payee.id(), 3, false, "d").join());
    done(world.desk().undo(HAOUZ, payee.id(), 3, "e").join());
    assertEquals(Optional.of(payee), world.book().byCode(payee.code()));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of(Kind.TRANSFER, merchant("Un", AMIZMIZ, "x"), null, "kind: people are"),
        Arguments.of(Kind.MERCHANT, merchant("Un", "atlantis", "x"), null, "place: not in"),
        Arguments.of(Kind.MERCHANT, merchant("Un", AMIZMIZ, "x"), "1042", "code: is not"),
        Arguments.of(Kind.BILL, merchant("Un", AMIZMIZ, "x"), null, "account: a biller's"),
        Arguments.of(Kind.SUPPLIER, merchant("Un", AMIZMIZ, "x"), null, "about: missing"),
        Arguments.of(Kind.BILL, biller("Un", 1), null, "position: another payee"),
        Arguments.of(Kind.MERCHANT, biller("Un", 5), null, "account: a biller's"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatCannotBeIsRefusedByName(Kind kind, PayeeFacts facts, String code, String problem) {
    Ruling<PayeeEntry> ruling =
        world.desk().create(OWNER, new PayeeDraft(kind, facts, code), "w").join();
    assertEquals(Ruling.Reason.INVALID, assertInstanceOf(Ruling.Refused.class, ruling).reason());
    assertTrue(ruling.toString().contains(problem), ruling::toString);
  }

  @Test
  void aCodeIsTakenOnceAndTheOfASampleMayBeTaken() {
    PayeeDraft draft =
        new PayeeDraft(Kind.MERCHANT, merchant("Un", AMIZMIZ, "merchant-un"), "1041");
    PayeeEntry mine = done(world.desk().create(OWNER, draft, "a").join());
    assertEquals(Optional.of(mine), world.book().byCode("1041"), "before the sample");
    assertEquals(
        Ruling.invalid("code: another payee has it"),
        world.desk().create(OWNER, draft, "b").join());
  }

  @Test
  void otherNodesHearOfIt() {
    PayeeWorld other = new PayeeWorld(world.store, Map.of());
    PayeeEntry payee = world.made("Salam");
    List<Change> told = other.payees.feed().after(0).join();
    assertEquals(told, other.payees.follower().follow(told).join());
    assertEquals(Optional.of(payee), other.book().byCode(payee.code()));
  }

  static Stream<Arguments> rights() {
    return Stream.of(Role.values())
        .flatMap(
            role ->
                Stream.of(
                    Arguments.of(role, Territory.EVERYWHERE, true, true),
                    Arguments.of(role, Territory.of(Set.of(AMIZMIZ)), true, false),
                    Arguments.of(role, Territory.of(Set.of("safi")), false, false),
                    Arguments.of(role, Territory.NOWHERE, false, false)));
  }

  @ParameterizedTest
  @MethodSource("rights")
  void whoMayDoesAndWhoMayNotIsTold(Role role, Territory territory, boolean here, boolean all) {
    Actor actor = new Actor("somebody", role, territory);
    PayeeEntry near = world.made("Salam");
    PayeeDraft national = new PayeeDraft(Kind.BILL, biller("Gaz", 7), null);
    PayeeEntry biller = done(world.desk().create(OWNER, national, "gaz").join());
    for (PayeeDeed deed : PayeeDeed.values()) {
      boolean may = PayeeRights.of(role).contains(deed);
      assertEquals(!(may && here), refused(attempt(actor, deed, near)), deed + " near");
      assertEquals(!(may && all), refused(attempt(actor, deed, biller)), deed + " national");
    }
  }

  private Ruling<?> attempt(Actor actor, PayeeDeed deed, PayeeEntry payee) {
    String id = payee.id();
    PayeeDesk desk = world.desk();
    return switch (deed) {
      case READ -> desk.read(actor, id).join();
      case HISTORY -> desk.history(actor, id).join();
      case CREATE ->
          desk.create(actor, new PayeeDraft(payee.kind(), payee.facts(), null), id).join();
      case CHANGE -> desk.change(actor, id, 99, payee.facts(), "w1").join();
      case SUSPEND -> desk.suspend(actor, id, 99, true, "w2").join();
      case RETIRE -> desk.retire(actor, id, 99, "w3").join();
      case UNDO -> desk.undo(actor, id, 99, "w4").join();
      case IMPORT, EXPORT ->
          PayeeRights.allow(actor, deed, PayeeRights.way(PayeeWorld.GAZETTEER, payee.place()))
              ? Ruling.unknown()
              : Ruling.noRight();
    };
  }

  private static boolean refused(Ruling<?> ruling) {
    return ruling instanceof Ruling.Refused<?> no && no.reason() == Ruling.Reason.NO_RIGHT;
  }

  @Test
  void nobodyMovesAPayeeOutOfTheirTerritory() {
    PayeeEntry payee = world.made("Salam");
    for (String away : List.of("safi.safi", ""))
      assertTrue(
          refused(
              world.desk().change(HAOUZ, payee.id(), 0, merchant("Salam", away, "x"), "w").join()));
  }
}
