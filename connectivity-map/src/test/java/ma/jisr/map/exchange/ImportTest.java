package ma.jisr.map.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Actor;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.Language;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.change.Change;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.Hotspots;
import ma.jisr.map.hours.Almanac;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files brought in: what is read, what is refused, and what the map has then. */
final class ImportTest {
  private static final String HEAD = "nom;type;tarif;commune;latitude;longitude;repère\n";
  private static final String CAFE =
      "Café Argana;Café;Clients;Marrakech;31,62616;-7,98999;Face à la place\n";

  private final Desk desk = new Desk();

  @Test
  void aFrenchTableOfWindowsBecomesAHotspot() {
    byte[] file = (HEAD + CAFE).getBytes(Charset.forName("windows-1252"));
    Plan plan = desk.plan(Desk.OWNER, file, Options.USUAL);
    assertEquals(Map.of(Verdict.ADDED, 1), plan.counts(), () -> Desk.french(plan));
    assertEquals(List.of(), desk.all(), "nothing is written by a plan");
    String unused = desk.bring(plan);
    Hotspot cafe = desk.only();
    assertEquals("Café Argana", cafe.name().byLanguage().get(Language.FR));
    assertEquals(Hotspot.Kind.CAFE, cafe.kind());
    assertEquals(Hotspot.Access.CUSTOMERS, cafe.access());
    assertEquals("marrakech.marrakech", cafe.place());
    assertEquals(new GeoPoint(31.62616, -7.98999), cafe.point());
    assertTrue(cafe.exact());
    assertEquals(Hotspot.State.UNKNOWN, cafe.state());
    assertTrue(Hotspot.CODE.matcher(cafe.code()).matches());
    assertEquals(cafe, desk.hotspots.map().byCode(cafe.code()).orElseThrow());
  }

  @Test
  void theSameFileAgainChangesNothing() {
    String batch = desk.bring(HEAD + CAFE);
    Plan again = desk.plan(HEAD + CAFE);
    assertEquals(Map.of(Verdict.SAME, 1), again.counts());
    assertTrue(again.isNothingNew());
    assertEquals(1, desk.exchange.list().size());
    assertEquals(batch, desk.exchange.list().getFirst().id());
  }

  @Test
  void aMendedRowChangesItsHotspotAndAnUndoBringsItBack() {
    String ours = "id;name_fr;kind;access;place;lat;lon;hours\n";
    String unused =
        desk.bring(ours + "h-1;Café;cafe;free;marrakech.marrakech;31.62616;-7.98999;24/7\n");
    Hotspot first = desk.only();
    Plan plan = desk.plan(ours + "h-1;Café;cafe;paid;marrakech.marrakech;31.62616;-7.98999;24/7\n");
    assertEquals(Map.of(Verdict.CHANGED, 1), plan.counts());
    String batch = desk.bring(plan);
    assertEquals(Hotspot.Access.PAID, desk.only().access());
    assertEquals(first.code(), desk.only().code());
    assertTrue(desk.exchange.undo(Desk.OWNER, batch) instanceof ma.jisr.map.batch.Verdict.Done);
    assertEquals(first, desk.only());
    assertEquals(first, desk.hotspots.map().byId("h-1").orElseThrow());
  }

  @Test
  void anUndoTakesNewHotspotsOffTheMapAndTheFileMayComeAgain() {
    String batch = desk.bring(HEAD + CAFE);
    Hotspot cafe = desk.only();
    var unused = desk.exchange.undo(Desk.OWNER, batch);
    assertEquals(List.of(), desk.all());
    assertEquals(0, desk.hotspots.map().size());
    String again = desk.bring(HEAD + CAFE);
    assertEquals(cafe, desk.only(), "with the code on its sticker");
    assertEquals(batch, again);
  }

  @Test
  void otherNodesHearOfIt() {
    String batch = desk.bring(HEAD + CAFE);
    Hotspots other =
        Hotspots.on(
            desk.store,
            () -> Desk.GAZETTEER,
            List.of(),
            Almanac.COMPUTED,
            () -> Desk.NOW,
            Runnable::run);
    BatchFollower follower =
        new BatchFollower(
            new HotspotExchange(desk.store, other, () -> Desk.GAZETTEER, () -> Desk.NOW)
                .publishing(),
            Runnable::run);
    List<Change> told = other.feed().after(0).join();
    assertEquals(List.of(batch), told.stream().map(Change::id).toList());
    assertEquals(told, follower.follow(told).join());
    assertEquals(1, other.map().size());
    var unused = desk.exchange.undo(Desk.OWNER, batch);
    List<Change> next = other.feed().after(1).join();
    assertEquals(next, follower.follow(next).join());
    assertEquals(0, other.map().size());
    assertEquals(List.of(), follower.follow(told).join(), "which is no longer so");
  }

  @Test
  void whatAFileHasNoColumnForStays() {
    String unused =
        desk.bring(
            """
            id;name_fr;name_ar;kind;access;place;lat;lon;ssid
            h-1;Café;مقهى;cafe;free;marrakech.marrakech;31.62616;-7.98999;NET
            """);
    String again = desk.bring("id;name_fr;kind;place;ssid\nh-1;Café Argana;cafe;;\n");
    Hotspot cafe = desk.only();
    assertEquals("مقهى", cafe.name().byLanguage().get(Language.AR));
    assertEquals("Café Argana", cafe.name().byLanguage().get(Language.FR));
    assertEquals(new GeoPoint(31.62616, -7.98999), cafe.point());
    assertNull(cafe.facts().ssid(), "an empty cell of a column that is there empties it");
    assertFalse(again.isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Café;cafe;free;Marrakech;31,6;-7,9;x | added
          Café;cafe;free;Marrakech;;;Face à la poste | added ; position approximative
          Café;cafe;free;Marrakech;;; | refusé ; ni coordonnées
          Café;cafe;free;;;;Face à la poste | refusé ; ni coordonnées
          Café;cafe;free;Xqzwv;;;Face à la poste | refusé ; place : « Xqzwv » inconnu
          Café;cafe;free;Marrakech;-7,9;31,6;x | inversé ; latitude et longitude inversées
          Café;cafe;free;Marrakech;48,85;2,35;x | hors du pays
          Café;cafe;free;Marrakech;3,16E+01;-7,9;x | en notation scientifique
          Café;cafe;free;Marrakech;abc;-7,9;x | n'est pas un nombre
          Café;cafe;free;Marrakech;31,6;;x | n'est pas un nombre
          Café;cafe;free;Marrakech;131,6;-7,9;x | n'est pas sur la Terre
          Café;cafe;free;Marrakech;٣١٫٦;-7,9;x | ajouté
          Café;brasserie;free;Marrakech;31,6;-7,9;x | kind : valeur inconnue « brasserie », gardée
          Café;cafe;;Marrakech;31,6;-7,9;x | access non dit : customers supposé
          ;cafe;free;Marrakech;31,6;-7,9;x | nom pris de way_
          ;cafe;free;Marrakech;31,6;-7,9; | refusé ; nom manquant
          Café;cafe;free;Marrakech;31,6;-7,9;x;y | ligne illisible
          Café;cafe;free;Laâyoune;31,6;-7,9;x | le lieu le plus proche est pris
          """)
  void eachRowHasItsVerdict(String row, String french) {
    Plan plan = desk.plan(HEAD + row + '\n');
    String expected = french.equals("added") ? "ajouté" : french.replaceFirst("^added", "ajouté");
    assertTrue(Desk.french(plan).contains(expected), () -> Desk.french(plan));
  }

  @Test
  void anUnknownWordIsKeptAsItWas() {
    String unused = desk.bring(HEAD + "Café;brasserie;gratuit le matin;Marrakech;31,6;-7,9;x\n");
    assertEquals(Hotspot.Kind.OTHER, desk.only().kind());
    assertEquals(
        Map.of("kind", "brasserie", "access", "gratuit le matin"), desk.only().facts().tags());
  }

  @Test
  void aPhoneGetsItsZeroBackAndOneThatLostDigitsIsRefused() {
    String head = "nom;commune;latitude;longitude;téléphone\n";
    Plan plan = desk.plan(head + "Café;Marrakech;31,6;-7,9;524431234\n");
    assertTrue(Desk.french(plan).contains("0 initial remis"), () -> Desk.french(plan));
    String unused = desk.bring(plan);
    assertEquals("0524431234", desk.only().facts().tags().get("phone"));
    Plan lost = desk.plan(head + "Autre;Marrakech;31,7;-7,8;5,24431E+08\n");
    assertEquals(Map.of(Verdict.REFUSED, 1), lost.counts());
    assertTrue(Desk.french(lost).contains("phone : 5,24431E+08"), () -> Desk.french(lost));
  }

  @Test
  void whatIsThereAlreadyIsADuplicateUnlessAskedFor() {
    String unused = desk.bring(HEAD + CAFE);
    String near = HEAD + "Cafe Arganna;cafe;;Marrakech;31,62640;-7,98999;ailleurs\n";
    Plan plan = desk.plan(near);
    assertEquals(Map.of(Verdict.DUPLICATE, 1), plan.counts());
    assertTrue(Desk.french(plan).contains(desk.only().code()));
    String far = HEAD + "Cafe Arganna;cafe;;Marrakech;31,62740;-7,98999;ailleurs\n";
    assertEquals(Map.of(Verdict.ADDED, 1), desk.plan(far).counts(), "beyond 50 m");
    String other = HEAD + "Poste;poste;;Marrakech;31,62640;-7,98999;ailleurs\n";
    assertEquals(Map.of(Verdict.ADDED, 1), desk.plan(other).counts(), "of another name");
    Plan all =
        desk.plan(
            Desk.OWNER,
            near.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            new Options(false, true));
    assertEquals(Map.of(Verdict.ADDED, 1), all.counts());
  }

  @Test
  void rowsOfOneFileAreHeldAgainstEachOther() {
    Plan plan =
        desk.plan(
            """
            id;code;name_fr;kind;place;lat;lon
            h-1;1234;Borne 1;stand;marrakech.marrakech;31.6;-7.9
            h-1;;Borne 2;stand;marrakech.marrakech;31.7;-7.9
            h-3;1234;Borne 3;stand;marrakech.marrakech;31.8;-7.9
            h-4;;Borne 1;stand;marrakech.marrakech;31.6;-7.9
            h-5;;Borne 5;stand;marrakech.marrakech;31.6;-7.9
            h 6;;Borne 6;stand;marrakech.marrakech;31.9;-7.9
            h-7;2345;Borne 7;stand;marrakech.marrakech;31.9;-7.9
            """);
    assertEquals(
        List.of("added", "refused", "refused", "duplicate", "added", "refused", "refused"),
        Desk.verdicts(plan));
  }

  @Test
  void anOperatorTouchesTheirTerritoryOnly() {
    Actor operator = new Actor("amina", Role.OPERATOR, Territory.of(List.of("marrakech")));
    byte[] file =
        (HEAD + CAFE + "Café;cafe;;Agadir;30,42;-9,6;x\n")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Plan plan = desk.plan(operator, file, Options.USUAL);
    assertEquals(List.of("added", "refused"), Desk.verdicts(plan));
    for (Role role : List.of(Role.PERSON, Role.VIEWER, Role.AGENT)) {
      Actor other = new Actor("other", role, Territory.EVERYWHERE);
      assertEquals(
          Map.of(Verdict.REFUSED, 2), desk.plan(other, file, Options.USUAL).counts(), role.name());
    }
    Plan all = desk.plan(Desk.OWNER, file, Options.USUAL);
    if (desk.exchange.stage(Desk.OWNER, all) instanceof ma.jisr.map.batch.Verdict.Done staged)
      assertEquals(
          ma.jisr.map.batch.Verdict.refused(ma.jisr.map.batch.Verdict.Why.NO_RIGHT),
          desk.exchange.publish(operator, staged.batch().id()),
          "nor a batch that somebody else has staged");
    String unused = desk.bring(all);
    assertEquals(2, desk.all().size());
    assertEquals(1, desk.exchange.hotspots(operator).size());
  }

  @Test
  void aKeyIsNeverKept() {
    String unused =
        desk.bring("nom;latitude;longitude;wifi_password;autre\nCafé;31,6;-7,9;secret;gardé\n");
    assertEquals(Map.of("autre", "gardé"), desk.only().facts().tags());
  }

  @Test
  void aTableWithoutAKnownColumnIsRefusedWhole() {
    assertThrows(BadSheetException.class, () -> desk.plan("a;b\n1;2\n"));
  }

  @Test
  void aWordThatIsOlderThanOursIsNotTaken() {
    String ours = "id;name_fr;kind;place;lat;lon;state;confirmed\n";
    String row = "h-1;Café;cafe;marrakech.marrakech;31.6;-7.9;";
    String unused = desk.bring(ours + row + "works;2026-02-01\n");
    Plan older = desk.plan(ours + row + "en panne;15/01/2026\n");
    assertEquals(Map.of(Verdict.SAME, 1), older.counts());
    assertTrue(Desk.french(older).contains("confirmé depuis"));
    Plan newer = desk.plan(ours + row + "en panne;15/02/2026\n");
    assertEquals(Map.of(Verdict.CHANGED, 1), newer.counts());
    String batch = desk.bring(newer);
    assertEquals(Hotspot.State.BROKEN, desk.only().state());
    assertFalse(batch.isEmpty());
  }
}
