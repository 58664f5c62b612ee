package ma.jisr.service.shops.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.jisr.service.shops.ShopWorld.AMIZMIZ;
import static ma.jisr.service.shops.ShopWorld.GAZETTEER;
import static ma.jisr.service.shops.ShopWorld.HAOUZ;
import static ma.jisr.service.shops.ShopWorld.OWNER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Actor;
import ma.jisr.map.batch.Batch;
import ma.jisr.map.change.Change;
import ma.jisr.map.exchange.BatchFollower;
import ma.jisr.map.exchange.Plan;
import ma.jisr.map.exchange.Verdict;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.service.shops.Duty;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopSamples;
import ma.jisr.service.shops.ShopService;
import ma.jisr.service.shops.ShopWorld;
import ma.jisr.service.shops.Trade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShopExchangeTest {
  private static final String HEAD =
      "nom;الاسم;activité;commune;province;repère;horaires;guichets;garde;code marchand\n";
  private static final String ROWS =
      HEAD
          + "Épicerie Baraka;بقالة البركة;épicerie;Amizmiz;;Face à la mosquée;Mo-Su 08:00-22:00;"
          + "Caisse=4x2 | Gaz=6;;1042\n"
          + "Pharmacie Amal;صيدلية الأمل;صيدلية;أمزميز;;;;Comptoir=5;2026-03-02/2026-03-08;\n";

  private final ShopWorld world = new ShopWorld();
  private final ShopExchange exchange = exchange(world);

  private static ShopExchange exchange(ShopWorld world) {
    return new ShopExchange(world.store, world.shops, () -> GAZETTEER, world.now::get);
  }

  private Plan plan(Actor actor, String csv) {
    return exchange.plan(actor, "test.csv", csv.getBytes(UTF_8), false);
  }

  private Batch brought(Actor actor, String csv) {
    return exchange.publishing().stage(actor, plan(actor, csv))
                instanceof ma.jisr.map.batch.Verdict.Done(Batch b)
            && exchange.publishing().publish(actor, b.id())
                instanceof ma.jisr.map.batch.Verdict.Done(Batch batch)
        ? batch
        : fail();
  }

  private static Batch fail() {
    throw new AssertionError("refused");
  }

  private Shop shop(String name) {
    return world.shops.book().all().stream()
        .filter(shop -> shop.name().byLanguage().containsValue(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatPeopleWriteInTablesIsRead() {
    Plan plan = plan(OWNER, ROWS);
    assertEquals(2, plan.count(Verdict.ADDED), new String(plan.report(), UTF_8));
    assertEquals(ShopSamples.read().size(), world.shops.book().size(), "nothing is written");
    brought(OWNER, ROWS);
    Shop grocery = shop("Épicerie Baraka");
    assertEquals(Trade.GROCERY, grocery.trade());
    assertEquals(AMIZMIZ, grocery.place());
    assertEquals("1042", grocery.facts().merchant());
    assertEquals(
        List.of("caisse", "gaz"), grocery.services().stream().map(ShopService::id).toList());
    assertEquals(2, grocery.services().getFirst().counters());
    Shop pharmacy = shop("Pharmacie Amal");
    assertEquals(Trade.PHARMACY, pharmacy.trade());
    assertEquals(
        new Duty(List.of(Duty.Span.parse("2026-03-02/2026-03-08"))), pharmacy.facts().duty());
  }

  @Test
  void theSameFileAgainChangesNothing() {
    brought(OWNER, ROWS);
    Plan again = plan(OWNER, ROWS);
    assertTrue(again.isNothingNew());
    assertEquals(2, again.count(Verdict.SAME));
  }

  @Test
  void anImportIsTakenBackWithOneWord() {
    Batch batch = brought(OWNER, ROWS);
    Shop edited = shop("Pharmacie Amal");
    ShopWorld.done(
        world
            .desk()
            .change(
                OWNER,
                edited.id(),
                0,
                ShopWorld.facts("Pharmacie Amal", Trade.PHARMACY, AMIZMIZ),
                "w")
            .join());
    assertTrue(
        exchange.publishing().undo(OWNER, batch.id()) instanceof ma.jisr.map.batch.Verdict.Done);
    assertTrue(
        world.shops.book().all().stream().allMatch(s -> s.sample() || s.equals(now(edited))));
    assertEquals(
        Optional.of(edited.id()),
        world.shops.book().byId(edited.id()).map(Shop::id),
        "what was edited since stays");
    assertEquals(1, exchange.publishing().list().getFirst().left().count());
  }

  private Shop now(Shop shop) {
    return world.shops.book().byId(shop.id()).orElseThrow();
  }

  @Test
  void whatIsTakenOutIsReadInAgainAsItIs() {
    brought(OWNER, ROWS);
    ShopWorld.done(
        world
            .desk()
            .change(
                OWNER,
                "sample-2035",
                0,
                ShopWorld.facts("=Commune", Trade.COMMUNE_OFFICE, AMIZMIZ),
                "w")
            .join());
    List<Shop> all = exchange.rows(OWNER, "");
    byte[] csv = ShopFiles.csv(all);
    Plan plan = exchange.plan(OWNER, "again.csv", csv, false);
    assertEquals(all.size(), plan.count(Verdict.SAME), () -> new String(plan.report(), UTF_8));
    ShopWorld empty = new ShopWorld();
    ShopExchange other = exchange(empty);
    Plan there = other.plan(OWNER, "moved.csv", csv, false);
    assertTrue(
        other.publishing().stage(OWNER, there) instanceof ma.jisr.map.batch.Verdict.Done(Batch b)
            && other.publishing().publish(OWNER, b.id()) instanceof ma.jisr.map.batch.Verdict.Done);
    assertEquals(all, other.rows(OWNER, ""), "with all that they have");
  }

  @Test
  void everySampleGoesOutAndInAgain() {
    byte[] csv = ShopFiles.csv(ShopSamples.read().values());
    ShopWorld production = new ShopWorld(world.store, Map.of());
    ShopExchange there = exchange(production);
    Plan plan = there.plan(OWNER, "samples.csv", csv, false);
    assertTrue(
        there.publishing().stage(OWNER, plan) instanceof ma.jisr.map.batch.Verdict.Done(Batch b)
            && there.publishing().publish(OWNER, b.id()) instanceof ma.jisr.map.batch.Verdict.Done);
    assertEquals(List.copyOf(ShopSamples.read().values()), there.rows(OWNER, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "nom;type;commune # Baraka;épicerie;Amizmiz # ADDED # ajouté",
        "nom;type;commune # ;épicerie;Amizmiz # REFUSED # nom manquant",
        "nom;type;commune # Baraka;zeppelin;Amizmiz # REFUSED # refusé",
        "nom;type;commune # Baraka;;Amizmiz # ADDED # supposé",
        "nom;type;commune # Baraka;épicerie;Atlantis # REFUSED # inconnu",
        "nom;type;commune # Baraka;épicerie; # REFUSED # ni coordonnées",
        "nom;type;commune;code # Baraka;épicerie;Amizmiz;2018 # REFUSED # refusé",
        "nom;type;commune;code # Baraka;épicerie;Amizmiz;2,02E+03 # REFUSED # scientifique",
        "nom;type;commune;code # Baraka;épicerie;Amizmiz;2081.0 # ADDED # ajouté",
        "nom;type;commune;lat;lon # Baraka;épicerie;Amizmiz;-8,23;31,21 # SWAPPED # inversé",
        "nom;type;commune;lat;lon # Baraka;épicerie;Amizmiz;48.85;2.35 # OUTSIDE # hors",
        "nom;type;commune;lat;lon # Baraka;épicerie;;31.2161;-8.2325 # ADDED # ajouté",
        "nom;type;commune;guichets # Baraka;épicerie;Amizmiz;Caisse # REFUSED # Name=minutes",
        "nom;type;commune;guichets # Baraka;épicerie;Amizmiz;Caisse=900 # REFUSED # minutes",
        "nom;type;commune;garde # Baraka;pharmacie;Amizmiz;demain # REFUSED # illisible",
        "nom;type;commune;horaires # Baraka;épicerie;Amizmiz;toujours # ADDED # illisibles",
        "nom;type;commune;id # Baraka;épicerie;Amizmiz;../etc # REFUSED # refusé"
      })
  void eachRowIsToldWhatBecomesOfIt(String head, String row, String verdict, String says) {
    Plan plan = plan(OWNER, head.strip() + "\n" + row.strip() + "\n");
    String report = new String(plan.report(), UTF_8);
    assertEquals(1, plan.count(Verdict.valueOf(verdict)), report);
    assertTrue(report.contains(says), report);
  }

  @Test
  void oneShopTwiceInAFileIsOne() {
    String csv =
        "nom;type;commune\nÉpicerie Baraka;épicerie;Amizmiz\nEpicerie Barraka;épicerie;Amizmiz\n";
    Plan plan = plan(OWNER, csv);
    assertEquals(1, plan.count(Verdict.ADDED));
    assertEquals(1, plan.count(Verdict.DUPLICATE));
    Plan both = exchange.plan(OWNER, "test.csv", csv.getBytes(UTF_8), true);
    assertEquals(2, both.count(Verdict.ADDED));
  }

  @Test
  void outsideTheTerritoryARowIsRefusedAndABatchIsNotPublished() {
    String csv = "nom;type;commune\nUn;café;Amizmiz\nDeux;café;Safi\n";
    Plan plan = plan(HAOUZ, csv);
    assertEquals(1, plan.count(Verdict.ADDED));
    assertEquals(1, plan.count(Verdict.REFUSED));
    Plan all = plan(OWNER, csv);
    if (!(exchange.publishing().stage(OWNER, all)
        instanceof ma.jisr.map.batch.Verdict.Done(Batch batch)))
      throw new AssertionError("not staged");
    assertEquals(
        ma.jisr.map.batch.Verdict.refused(ma.jisr.map.batch.Verdict.Why.NO_RIGHT),
        exchange.publishing().publish(HAOUZ, batch.id()));
  }

  @Test
  void otherNodesHearOfIt() {
    ShopWorld other = new ShopWorld(world.store, Map.of());
    Batch batch = brought(OWNER, ROWS);
    BatchFollower follower = new BatchFollower(exchange(other).publishing(), Runnable::run);
    List<Change> told = other.shops.feed().after(0).join();
    assertEquals(List.of(Change.Subject.SHOP_BATCH), told.stream().map(Change::subject).toList());
    assertEquals(told, follower.follow(told).join());
    assertEquals(2, other.shops.book().size());
    assertTrue(
        exchange.publishing().undo(OWNER, batch.id()) instanceof ma.jisr.map.batch.Verdict.Done);
    List<Change> undone = other.shops.feed().after(1).join();
    assertEquals(undone, follower.follow(undone).join());
    assertEquals(0, other.shops.book().size());
  }

  @Test
  void theTemplateIsReadAndATableOfSomethingElseIsNot() {
    assertTrue(plan(OWNER, new String(ShopFiles.template(), UTF_8)).isNothingNew());
    assertThrows(BadSheetException.class, () -> plan(OWNER, "a;b\n1;2\n"));
  }

  @Test
  void aCodePrintedOnAStickerIsKeptAndCannotBeGivenTwice() {
    brought(OWNER, "nom;type;commune;code\nUn;café;Amizmiz;2081\n");
    assertEquals(
        "Un",
        world
            .shops
            .book()
            .byCode("2081")
            .orElseThrow()
            .name()
            .byLanguage()
            .values()
            .iterator()
            .next());
    Plan renamed = plan(OWNER, "nom;type;commune;code\nUn bis;café;Amizmiz;2081\n");
    assertEquals(1, renamed.count(Verdict.CHANGED), "a sticker was read");
    assertFalse(renamed.isNothingNew());
  }
}
