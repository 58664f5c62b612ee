package ma.jisr.service.shops;

import static ma.jisr.service.shops.ShopWorld.AMIZMIZ;
import static ma.jisr.service.shops.ShopWorld.HAOUZ;
import static ma.jisr.service.shops.ShopWorld.OWNER;
import static ma.jisr.service.shops.ShopWorld.done;
import static ma.jisr.service.shops.ShopWorld.facts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.change.Change;
import ma.jisr.map.ledger.Ruling;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShopDeskTest {
  private final ShopWorld world = new ShopWorld();

  private static Ruling.Reason refused(Ruling<Shop> ruling) {
    return assertInstanceOf(Ruling.Refused.class, ruling).reason();
  }

  @Test
  void whatIsMadeIsInTheBookAtOnceAndAgainAfterAReading() {
    Shop shop = world.made("Hanout Baraka", Trade.GROCERY, AMIZMIZ);
    assertTrue(ShopCode.isCode(shop.code()), shop.code());
    assertEquals(Optional.of(shop), world.shops.book().byCode(shop.code()));
    world.shops.reload().join();
    assertEquals(Optional.of(shop), world.shops.book().byId(shop.id()));
    ShopWorld other = new ShopWorld(world.store, Map.of());
    assertEquals(Optional.of(shop), other.shops.book().byId(shop.id()), "on another node");
  }

  @Test
  void whatIsRepeatedIsMadeOnce() {
    ShopDraft draft = new ShopDraft(facts("Un", Trade.CAFE, AMIZMIZ), null);
    Shop first = done(world.desk().create(HAOUZ, draft, "write-1").join());
    assertEquals(first, done(world.desk().create(HAOUZ, draft, "write-1").join()));
    assertEquals(ShopSamples.read().size() + 1, world.shops.book().size());
  }

  @Test
  void aCodeIsTakenOnceAndTheOfASampleMayBeTaken() {
    ShopDraft draft = new ShopDraft(facts("Un", Trade.CAFE, AMIZMIZ), "2070");
    assertEquals("2070", done(world.desk().create(OWNER, draft, "a").join()).code());
    assertEquals(
        Ruling.invalid("code: another shop has it"), world.desk().create(OWNER, draft, "b").join());
    ShopDraft typo = new ShopDraft(facts("Deux", Trade.CAFE, AMIZMIZ), "2071");
    assertEquals(Ruling.Reason.INVALID, refused(world.desk().create(OWNER, typo, "c").join()));
    ShopDraft shadow = new ShopDraft(facts("Trois", Trade.CAFE, AMIZMIZ), "2019");
    Shop mine = done(world.desk().create(OWNER, shadow, "d").join());
    assertEquals(Optional.of(mine), world.shops.book().byCode("2019"), "before the sample");
  }

  @Test
  void codesAreAllDifferent() {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < 60; i++) codes.add(world.made("S" + i, Trade.OTHER, AMIZMIZ).code());
    assertEquals(60, codes.size());
    codes.forEach(code -> assertEquals(4, code.length(), "short while few are taken"));
  }

  @Test
  void aChangeKeepsItsHistoryAndCanBeTakenBack() {
    Shop shop = world.made("Un", Trade.CAFE, AMIZMIZ);
    ShopFacts next = facts("Deux", Trade.CAFE, AMIZMIZ);
    done(world.desk().change(HAOUZ, shop.id(), 0, next, "w1").join());
    done(world.desk().retire(HAOUZ, shop.id(), 1, "w2").join());
    assertEquals(Optional.empty(), world.shops.book().byId(shop.id()));
    assertEquals(
        Ruling.invalid("retired: undo that first"),
        world.desk().change(HAOUZ, shop.id(), 2, next, "w3").join());
    done(world.desk().undo(HAOUZ, shop.id(), 2, "w4").join());
    assertEquals(next, world.shops.book().byId(shop.id()).orElseThrow().facts());
    if (!(world.desk().history(OWNER, shop.id()).join() instanceof Ruling.Shown<Shop> shown))
      throw new AssertionError("no history");
    assertEquals(
        List.of("create", "change", "retire", "undo"),
        shown.history().stream().map(revision -> revision.deed()).toList());
    assertEquals("keeper", shown.history().get(1).actor());
  }

  @Test
  void whoComesSecondSeesWhatTheOtherWrote() {
    Shop shop = world.made("Un", Trade.CAFE, AMIZMIZ);
    done(world.desk().change(OWNER, shop.id(), 0, facts("A", Trade.CAFE, AMIZMIZ), "a").join());
    Ruling<Shop> late =
        world.desk().change(OWNER, shop.id(), 0, facts("B", Trade.CAFE, AMIZMIZ), "b").join();
    Ruling.Overtaken<?> overtaken = assertInstanceOf(Ruling.Overtaken.class, late);
    assertEquals(1, overtaken.theirs().version());
  }

  @Test
  void whatCannotBeIsRefusedByName() {
    ShopDraft nowhere = new ShopDraft(facts("Un", Trade.CAFE, "atlantis"), null);
    assertEquals(
        Ruling.invalid("place: not in the gazetteer"),
        world.desk().create(OWNER, nowhere, "w").join());
    assertEquals(Ruling.unknown(), world.desk().read(OWNER, "none").join());
  }

  @Test
  void aSampleThatIsChangedIsStored() {
    ShopFacts next = facts("Ma boutique", Trade.GROCERY, AMIZMIZ);
    done(world.desk().change(OWNER, "sample-2019", 0, next, "w").join());
    ShopWorld production = new ShopWorld(world.store, Map.of());
    assertEquals(
        next, production.shops.book().byCode("2019").orElseThrow().facts(), "without samples");
  }

  @Test
  void otherNodesHearOfIt() {
    ShopWorld other = new ShopWorld(world.store, Map.of());
    Shop shop = world.made("Un", Trade.CAFE, AMIZMIZ);
    assertEquals(Optional.empty(), other.shops.book().byId(shop.id()));
    List<Change> told = other.shops.feed().after(0).join();
    assertEquals(told, other.shops.follower().follow(told).join());
    assertEquals(Optional.of(shop), other.shops.book().byCode(shop.code()));
    done(world.desk().retire(OWNER, shop.id(), 0, "w").join());
    List<Change> next = other.shops.feed().after(1).join();
    assertEquals(next, other.shops.follower().follow(next).join());
    assertEquals(Optional.empty(), other.shops.book().byCode(shop.code()));
  }

  static Stream<Arguments> rights() {
    return Stream.of(Role.values())
        .flatMap(
            role ->
                Stream.of(
                    Arguments.of(role, Territory.EVERYWHERE, true),
                    Arguments.of(role, Territory.of(Set.of("marrakech-safi")), true),
                    Arguments.of(role, Territory.of(Set.of(AMIZMIZ)), true),
                    Arguments.of(role, Territory.of(Set.of("safi")), false),
                    Arguments.of(role, Territory.NOWHERE, false)));
  }

  @ParameterizedTest
  @MethodSource("rights")
  void whoMayDoesAndWhoMayNotIsTold(Role role, Territory territory, boolean covers) {
    Actor actor = new Actor("somebody", role, territory);
    Shop shop = world.made("Un", Trade.CAFE, AMIZMIZ);
    ShopFacts next = facts("Deux", Trade.CAFE, AMIZMIZ);
    for (ShopDeed deed : ShopDeed.values()) {
      boolean may = covers && ShopRights.of(role).contains(deed);
      Ruling<?> ruling =
          switch (deed) {
            case READ -> world.desk().read(actor, shop.id()).join();
            case HISTORY -> world.desk().history(actor, shop.id()).join();
            case CREATE -> world.desk().create(actor, new ShopDraft(next, null), "w-new").join();
            case CHANGE -> world.desk().change(actor, shop.id(), 0, next, "w1").join();
            case RETIRE -> world.desk().retire(actor, shop.id(), 1, "w2").join();
            case UNDO -> world.desk().undo(actor, shop.id(), 2, "w3").join();
            case STAFF ->
                world
                    .shops
                    .staff()
                    .register(actor, shop.id(), "p", ShopStaff.Post.STAFF, "w")
                    .join();
            // By files; and by the API, which asks the same table.
            case IMPORT, EXPORT, WATCH, SERVE -> may ? Ruling.unknown() : Ruling.noRight();
          };
      boolean told =
          ruling instanceof Ruling.Refused<?> no && no.reason() == Ruling.Reason.NO_RIGHT;
      assertEquals(!may, told, deed + " " + ruling);
    }
  }

  @Test
  void nobodyMovesAShopOutOfTheirTerritory() {
    Shop shop = world.made("Un", Trade.CAFE, AMIZMIZ);
    ShopFacts away = facts("Un", Trade.CAFE, "safi.safi");
    assertEquals(
        Ruling.Reason.NO_RIGHT,
        refused(world.desk().change(HAOUZ, shop.id(), 0, away, "w").join()));
  }
}
