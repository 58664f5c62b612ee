package ma.jisr.service.challenges.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static ma.jisr.service.challenges.ChallengeWorld.AMIZMIZ;
import static ma.jisr.service.challenges.ChallengeWorld.GAZETTEER;
import static ma.jisr.service.challenges.ChallengeWorld.HAOUZ;
import static ma.jisr.service.challenges.ChallengeWorld.ROOT;
import static ma.jisr.service.challenges.ChallengeWorld.VAULT;
import static ma.jisr.service.challenges.ChallengeWorld.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.batch.Batch;
import ma.jisr.map.change.Change;
import ma.jisr.map.exchange.BatchFollower;
import ma.jisr.map.exchange.Plan;
import ma.jisr.map.exchange.Verdict;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.service.challenges.ChallengeWorld;
import ma.jisr.service.challenges.register.Challenge;
import ma.jisr.service.challenges.register.Challenge.State;
import ma.jisr.service.challenges.register.ChallengeFacts;
import ma.jisr.service.challenges.register.Keeper;
import ma.jisr.service.challenges.register.Starter;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeExchangeTest {
  private static final Starter SHIPPED = Starter.shipped();

  private static final String HEAD =
      "numéro;titre;العنوان;objectif;questions;commune;état;responsable;téléphone\n";
  private static final String ROWS =
      HEAD
          + "2.9;Relier les souks;ربط الأسواق;Du réseau au souk;Qui prête un toit | Qui"
          + " paie;Amizmiz;published;Commune;0661000001\n"
          + "DEFI 2.10;Une borne par douar;;Charger son téléphone;;;;;\n";

  private final ChallengeWorld world = new ChallengeWorld();
  private final ChallengeExchange exchange = exchange(world, SHIPPED);

  private static ChallengeExchange exchange(ChallengeWorld world, Starter starter) {
    return new ChallengeExchange(
        world.store, world.challenges, starter, () -> GAZETTEER, world.now::get);
  }

  private Plan plan(Actor actor, String file) {
    return exchange.plan(actor, "test", file.getBytes(UTF_8), false);
  }

  private static Batch brought(ChallengeExchange exchange, Actor actor, byte[] file) {
    Plan plan = exchange.plan(actor, "test", file, false);
    if (exchange.publishing().stage(actor, plan) instanceof ma.jisr.map.batch.Verdict.Done(Batch b)
        && exchange.publishing().publish(actor, b.id())
            instanceof ma.jisr.map.batch.Verdict.Done(Batch batch)) return batch;
    throw new AssertionError("refused");
  }

  private Batch brought(Actor actor, String file) {
    return brought(exchange, actor, file.getBytes(UTF_8));
  }

  private Challenge challenge(String code) {
    return world.challenges.book().byCode(code).orElseThrow();
  }

  private static String report(Plan plan) {
    return new String(plan.report(), UTF_8);
  }

  /** The list as the round tables gave it: in French, each text a string. */
  private static String given() {
    ObjectNode file = JsonFields.object().put("source", "Report");
    ArrayNode themes = file.putArray("themes");
    themes.addObject().put("id", "1").put("fr", "Commerces");
    ArrayNode all = file.putArray("challenges");
    for (Challenge one : SHIPPED.challenges().values()) {
      ObjectNode node = all.addObject().put("id", one.code()).put("theme", one.theme());
      node.put("title", french(one.title())).put("goal", french(one.facts().goal()));
      ArrayNode questions = node.putArray("questions");
      for (LocalText question : one.facts().questions()) questions.add(french(question));
    }
    return file.toString();
  }

  private static String french(LocalText text) {
    return Objects.requireNonNull(text.byLanguage().get(Language.FR));
  }

  @Test
  void theListThatWasGivenChangesNothingWhereItCameWithTheProduct() {
    Plan plan = plan(ROOT, given());
    assertEquals(Map.of(Verdict.SAME, 26), plan.counts(), report(plan));
    assertTrue(plan.isNothingNew());
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json"})
  void whatIsTakenOutComesBackAsItWas(String format) {
    Starter empty = new Starter(SHIPPED.themes(), Map.of());
    ChallengeWorld bare = new ChallengeWorld(new MemoryStore(ChallengeWorld.specs()), empty);
    ChallengeExchange there = exchange(bare, empty);
    Batch given = brought(there, ROOT, given().getBytes(UTF_8));
    assertEquals(26, given.added());
    assertEquals(73, questions(there.rows(ROOT, "")));
    assertTrue(
        bare.challenges.book().all().stream().allMatch(c -> c.thing().state() == State.DRAFT),
        "a file that does not say so shows nothing to people");

    List<Challenge> all = exchange.rows(ROOT, "");
    assertEquals(List.copyOf(SHIPPED.challenges().values()), all, "in the order of menus");
    byte[] file = exchange.write(format, all);
    assertTrue(plan(ROOT, new String(file, UTF_8)).isNothingNew());
    Batch unused = brought(there, ROOT, file);
    assertEquals(all, there.rows(ROOT, ""), "in all languages, and shown");
  }

  private static int questions(List<Challenge> all) {
    return all.stream().mapToInt(one -> one.facts().questions().size()).sum();
  }

  @Test
  void whatPeopleWriteInTablesIsRead() {
    Plan plan = plan(ROOT, ROWS);
    assertEquals(Map.of(Verdict.ADDED, 2), plan.counts(), report(plan));
    assertTrue(world.challenges.book().byCode("2.9").isEmpty(), "nothing is written");
    Batch unused = brought(ROOT, ROWS);
    Challenge souks = challenge("2.9");
    assertEquals(AMIZMIZ, souks.place());
    assertEquals(State.PUBLISHED, souks.state());
    assertEquals(
        List.of(LocalText.same("Qui prête un toit"), LocalText.same("Qui paie")),
        souks.facts().questions());
    Keeper owner = Objects.requireNonNull(souks.facts().owner());
    assertEquals("212661000001", owner.digits(VAULT).orElseThrow());
    assertEquals(State.DRAFT, challenge("2.10").state());
    assertTrue(plan(ROOT, ROWS).isNothingNew(), "again, it changes nothing");
  }

  @Test
  void noNumberIsTakenOutAndNobodyIsTakenAwayByAnEmptyCell() {
    Batch unused = brought(ROOT, ROWS);
    for (String format : exchange.formats()) {
      String file = new String(exchange.write(format, exchange.rows(ROOT, "")), UTF_8);
      assertFalse(file.contains("66100000"), file);
      assertTrue(plan(ROOT, file).isNothingNew(), report(plan(ROOT, file)));
    }
    Batch named = brought(ROOT, "code;owner\n2.9;Mairie\n2.4;Mairie\n");
    assertEquals(1, named.changed() + named.added(), "a name without a number is nobody");
    Keeper owner = Objects.requireNonNull(challenge("2.9").facts().owner());
    assertEquals(List.of("Mairie", "212661000001"), List.of(owner.name(), digits(owner)));
    Batch gone = brought(ROOT, "code;owner\n2.9;-\n");
    assertEquals(1, gone.changed());
    assertEquals(List.of(), challenge("2.9").facts().keepers());
  }

  private static String digits(Keeper keeper) {
    return keeper.digits(VAULT).orElseThrow();
  }

  @Test
  void aLanguageIsChangedWithoutTheOthers() {
    Batch unused = brought(ROOT, "code;title_en;questions_en\n2.4;Off the grid;a \\| b | c\n");
    Challenge changed = challenge("2.4");
    Challenge shipped = Objects.requireNonNull(SHIPPED.challenges().get("2.4"));
    assertEquals(french(shipped.title()), french(changed.title()));
    assertEquals("Off the grid", changed.title().byLanguage().get(Language.EN));
    List<LocalText> questions = changed.facts().questions();
    assertEquals(2, questions.size(), "as many as the file says");
    assertEquals("a | b", questions.getFirst().byLanguage().get(Language.EN));
    assertEquals(
        french(shipped.facts().questions().getLast()).isEmpty(),
        french(questions.get(1)).isEmpty());
  }

  @Test
  void anImportIsTakenBackButForWhatWasChangedSince() {
    Batch batch = brought(ROOT, ROWS + "2.4;Autre titre;;But;;;;;\n2.5;Un titre;;But;;;;;\n");
    assertEquals(List.of(4, 0), List.of(batch.added(), batch.changed()), "what came is stored");
    Challenge later =
        done(
            world
                .challenges
                .desk()
                .change(ROOT, "2.5", null, _ -> ChallengeWorld.facts("Après", ""), "later")
                .join());
    if (!(exchange.publishing().undo(ROOT, batch.id())
        instanceof ma.jisr.map.batch.Verdict.Done(Batch undone))) throw new AssertionError();
    assertEquals(1, undone.left().count(), "it is told what stays");
    assertEquals(later, challenge("2.5"));
    assertEquals(SHIPPED.challenges().get("2.4"), challenge("2.4"));
    assertTrue(world.challenges.book().byCode("2.9").isEmpty());
  }

  @Test
  void otherNodesHearOfABatch() {
    ChallengeWorld other = new ChallengeWorld(world.store);
    Batch unused = brought(ROOT, ROWS);
    List<Change> told = other.challenges.feed().after(0).join();
    BatchFollower follower =
        new BatchFollower(exchange(other, SHIPPED).publishing(), Runnable::run);
    assertEquals(told, follower.follow(told).join());
    assertEquals(challenge("2.9"), other.challenges.book().byCode("2.9").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ;Titre;;But;;;;;                         | code
          souk;Titre;;But;;;;;                     | souk
          2;Titre;;But;;;;;                        | code
          02/04/2026;Titre;;But;;;;;               | 02/04/2026
          77.1;Titre;;But;;;;;                     | 77.1
          2.11;;;But;;;;;                          | nom manquant
          2.11;Titre;;;;;;;                        | goal
          2.11;Un titre qui ne tient pas sur un écran;;But;;;;; | title
          2.11;Titre;;But;;Atlantis;;;             | Atlantis
          2.11;Titre;;But;;;ouvert;;               | ouvert
          2.11;Titre;;But;;;;Commune;0524          | phone
          2.11;Titre;;But;;;;Commune;6.61E+08      | scientifique
          2.11;Titre;;But;;;;;0661000001           | name is blank
          2.4;Titre;;But;;;draft;;                 | draft
          2.12;Autre;;But;;;;;                     | ligne 3
          """)
  void badRowsStandBesideGoodOnesWithTheirReason(String row, String reason) {
    String first = "2.12;Premier;;But;;;;;\n";
    Plan plan = plan(ROOT, HEAD + "2.13;Bon;;But;;;;;\n" + first + row + "\n");
    assertEquals(1, plan.count(Verdict.REFUSED), report(plan));
    assertEquals(2, plan.count(Verdict.ADDED));
    assertTrue(report(plan).contains(reason), report(plan));
    assertFalse(report(plan).lines().anyMatch(l -> l.contains("« 0524")), "no number is repeated");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "Un titre"                                                    | not an object
          {"code":"2.11","title":{"klingon":"x"},"goal":"y"}            | a language is
          {"code":"2.11","title":["x"],"goal":"y"}                      | title is no text
          {"code":"2.11","title":"x","goal":"y","questions":"z"}        | no list
          {"code":"2.11","title":"x","goal":"y","questions":["","a"]}   | number 1 is empty
          {"code":{"a":1},"title":"x","goal":"y"}                       | code is no text
          {"title":"x","goal":"y"}                                      | code
          """)
  void soTheyDoInJson(String row, String reason) {
    String good = "{\"code\": \"2.13\", \"title\": \"'=Bon\", \"goal\": {\"fr\": \"But\"}}";
    Plan plan = plan(ROOT, "[" + good + ", " + row + "]");
    assertEquals(1, plan.count(Verdict.REFUSED), report(plan));
    assertEquals(1, plan.count(Verdict.ADDED), report(plan));
    assertTrue(report(plan).contains(reason), report(plan));
    Batch unused = brought(ROOT, "[" + good + "]");
    assertEquals("'=Bon", french(challenge("2.13").title()), "nothing is a formula here");
  }

  @Test
  void whatIsCalledAlikeIsTakenOnlyWhenThatIsMeant() {
    String file = HEAD + "2.11;Desenclavement numerique;;But;;;;;\n";
    assertEquals(1, plan(ROOT, file).count(Verdict.DUPLICATE), report(plan(ROOT, file)));
    assertEquals(
        1,
        exchange.plan(ROOT, "t", file.getBytes(UTF_8), true).count(Verdict.ADDED),
        "--duplicates");
  }

  @Test
  void nobodyBringsInWhatLiesElsewhereOrNowhere() {
    Plan plan = plan(HAOUZ, ROWS + "2.4;Autre titre;;But;;Amizmiz;;;\n");
    assertEquals(1, plan.count(Verdict.ADDED), report(plan));
    assertEquals(2, plan.count(Verdict.REFUSED), "of the whole country, or was");
    Batch unused = brought(ROOT, ROWS);
    assertEquals(List.of(challenge("2.9")), exchange.rows(HAOUZ, ""));
    assertEquals(List.of(challenge("2.9")), exchange.rows(ROOT, "al-haouz"));
    assertFalse(exchange.exports(new Actor("a", ma.jisr.base.Role.AGENT, HAOUZ.territory())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "colour\nblue\n", "{}", "{\"challenges\": {}}", "[", "[]", "{\"a\": [}"})
  void aFileThatIsNoneIsRefusedWhole(String file) {
    assertThrows(BadSheetException.class, () -> plan(ROOT, file));
  }

  @Test
  void theTemplateIsAHeader() {
    String template = new String(ChallengeFiles.template(), UTF_8);
    assertEquals(1, template.lines().count());
    assertTrue(template.contains("title_fr;title_ar;goal_fr"), template);
  }

  @Test
  void factsThatStayAreNotTouched() {
    Batch unused = brought(ROOT, "code;source\n2.4;registre-17\n");
    ChallengeFacts facts = challenge("2.4").facts();
    assertEquals("registre-17", facts.source());
    assertTrue(facts.readsAs(Objects.requireNonNull(SHIPPED.challenges().get("2.4")).facts()));
  }
}
