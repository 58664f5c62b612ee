package ma.jisr.service.challenges.offer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.challenges.ChallengeWorld;
import ma.jisr.service.challenges.register.Keeper;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffersTest {
  private static final String HASSAN = "p212661000001";
  private static final String OWNER = "p212661000009";
  private static final String PARTNER = "p212661000008";

  private static final Actor AGENT = new Actor("a", Role.AGENT, Territory.EVERYWHERE);
  private static final Actor VIEWER = new Actor("v", Role.VIEWER, Territory.EVERYWHERE);

  private final ChallengeWorld world = new ChallengeWorld();
  private int calls;

  @BeforeEach
  void register() {
    Keeper owner = ChallengeWorld.keeper("Commune", "212661000009");
    Keeper partner = ChallengeWorld.keeper("Coop", "212661000008");
    ChallengeWorld.done(
        world
            .challenges
            .desk()
            .keepers(ChallengeWorld.ROOT, "2.4", facts -> facts.with(owner, partner), "k")
            .join());
    assertEquals(List.of(), world.tell());
  }

  private Made make(String key, String line) {
    return world.offers.make(key, HASSAN, "2.4", "Hassan", ChallengeWorld.AMIZMIZ, line).join();
  }

  private String says(String person, String text) {
    return world.desk.hear("c" + ++calls, person, text).join().outcome();
  }

  @Test
  void bothWhoAnswerHearOfItOnce() {
    Made made = make("k1", "Un local");
    assertEquals(made, make("k1", "Un local"));
    List<String> told = world.tell();
    assertEquals(2, told.size());
    assertTrue(told.getFirst().startsWith(OWNER + " offered"), told::toString);
    assertFalse(told.toString().contains("661000001"), told::toString);
    assertEquals(List.of(), world.tell());
    assertInstanceOf(Made.Already.class, make("k2", "Autre chose"));
  }

  @Test
  void numbersAreToldOnlyOnceBothHaveAgreed() {
    make("k1", "Un local");
    assertEquals("asked", says(OWNER, "DEMANDER 2.4/1 Quels jours ?"));
    assertEquals("replied", says(HASSAN, "REPONDRE Lundi"));
    assertFalse(world.tell().toString().contains("phone="));
    Spoken accepted = world.desk.hear("a", OWNER, "ACCEPTER 2.4/1").join();
    assertEquals("212661000001", accepted.phone());
    assertEquals(accepted, world.desk.hear("b", OWNER, "ACCEPTER 2.4/1").join());
    List<String> told = world.tell();
    assertEquals(1, told.size());
    assertTrue(told.getFirst().contains("phone=212661000009"), told::toString);
  }

  @Test
  void whoOffersHearsOfARefusalWhenNobodyIsLeft() {
    make("k1", "Un local");
    world.tell();
    assertEquals("declined", says(OWNER, "REFUSER"));
    assertEquals(List.of(), world.tell());
    assertEquals("declined", says(PARTNER, "refuser 2.4-1"));
    assertTrue(world.tell().getFirst().startsWith(HASSAN + " declined_told"));
    assertEquals("unknown", says(OWNER, "ACCEPTER 2.4/1"));
  }

  @Test
  void whatIsTakenBackIsAnsweredByNobody() {
    make("k1", "Un local");
    world.tell();
    assertEquals("withdrawn", says(HASSAN, "RETIRER 2.4/1"));
    assertEquals(2, world.tell().size());
    assertEquals("unknown", says(OWNER, "ACCEPTER 2.4/1"));
    assertInstanceOf(Made.Done.class, make("k2", "Un autre local"));
  }

  /** Behind more offers of other years than one page of the store has. */
  @Test
  void whoNamesNoneMeansTheOneThatWaitsHoweverManyAreOver() {
    make("k1", "Un local");
    says(HASSAN, "RETIRER 2.4/1");
    world.tell();
    String over = world.store.get("challenge_offers", "2.4/1").join().orElseThrow().json();
    List<Document> years = new ArrayList<>();
    for (int n = 1_001; n <= 1_001 + Offers.LISTED; n++)
      years.add(new Document("2.4/" + n, 0, "w" + n, over.replace("2.4/1", "2.4/" + n)));
    for (Document one : years)
      assertEquals(
          List.of(Outcome.INSERTED),
          world.store.insert("challenge_offers", List.of(one), Priority.TURN).join());
    world.now.set(world.now.get().plusSeconds(60));
    make("k2", "Un autre local");
    assertEquals("declined", says(OWNER, "REFUSER"));
    assertEquals("unknown", says(OWNER, "REFUSER"));
  }

  @Test
  void whoeverOfferedHearsThatItIsOverOnce() {
    make("k1", "Un local");
    world.tell();
    ChallengeWorld.done(
        world.challenges.desk().close(ChallengeWorld.ROOT, "2.4", null, "close").join());
    assertTrue(world.tell().getFirst().startsWith(HASSAN + " closed_told"));
    assertEquals(List.of(), world.tell());
    assertEquals(new Made.Not(Made.Why.CLOSED), make("k2", "Un local"));
  }

  @Test
  void strangersAnswerNothing() {
    make("k1", "Un local");
    assertEquals("stranger", says("p212661000005", "ACCEPTER 2.4/1"));
    assertEquals("unknown", says("p212661000005", "RETIRER 2.4/1"));
    assertEquals("unclear", says(OWNER, "bonjour"));
    assertEquals("words", says(OWNER, "DEMANDER 2.4/1 appelez 0661-00-00-09"));
    for (int i = 0; i < Offer.MOST_ASKED; i++)
      assertEquals("asked", says(OWNER, "DEMANDER 2.4/1 Et quoi encore ?"));
    assertEquals("enough", says(OWNER, "DEMANDER 2.4/1 Et quoi encore ?"));
  }

  @Test
  void onceErasedNothingIsLeftOfWhoOffered() {
    make("k1", "Un local");
    world.tell();
    world.offers.erase(HASSAN, world.now.get()).join();
    assertEquals(List.of(), world.offers.of(HASSAN).join());
    String stored = world.store.get("challenge_offers", "2.4/1").join().orElseThrow().json();
    assertFalse(stored.contains(HASSAN), stored);
    assertEquals(2, world.tell().size());
  }

  @Test
  void wordsAndNumbersLieSealed() {
    make("k1", "Un local tranquille");
    says(OWNER, "DEMANDER 2.4/1 Quels jours ?");
    says(OWNER, "ACCEPTER 2.4/1");
    String stored = world.store.get("challenge_offers", "2.4/1").join().orElseThrow().json();
    for (String open : List.of("tranquille", "Hassan", "Quels", "661000009"))
      assertFalse(stored.contains(open), stored);
  }

  @Test
  void whoAnswersReadsTheNumberOnlyOfWhomTheyHaveAccepted() {
    make("k1", "Un local");
    assertEquals("", listed(AGENT, OWNER).phone());
    assertEquals("Hassan", listed(AGENT, OWNER).who());
    assertEquals("accepted", says(OWNER, "ACCEPTER 2.4/1"));
    assertEquals("212661000001", listed(AGENT, OWNER).phone());
    assertEquals("", listed(AGENT, PARTNER).phone(), "they have not");
    assertEquals("212661000001", listed(ChallengeWorld.ROOT, "").phone());
    ListedOffer outside = listed(VIEWER, "p212661000005");
    assertEquals(List.of("", "", ""), List.of(outside.who(), outside.line(), outside.phone()));
    assertInstanceOf(Ruling.Refused.class, read(AGENT, ""));
    assertInstanceOf(Ruling.Refused.class, read(ChallengeWorld.HAOUZ, ""));
    world.offers.erase(HASSAN, world.now.get()).join();
    ListedOffer erased = listed(ChallengeWorld.ROOT, "");
    assertEquals(List.of("", ""), List.of(erased.who(), erased.phone()));
  }

  private Ruling<OfferList.Page> read(Actor actor, String person) {
    return world.list.read(actor, person, "2.4", "", 10).join();
  }

  private ListedOffer listed(Actor actor, String person) {
    return ChallengeWorld.done(read(actor, person)).offers().getFirst();
  }

  @Test
  void anAnswerFindsItsOfferBehindHundredsOfOthers() {
    for (int i = 0; i < Offers.LISTED; i++)
      world.offers.make("m" + i, "q" + i, "2.4", "Hassan", "", "Un toit").join();
    make("last", "Un local");
    assertEquals("accepted", says(OWNER, "ACCEPTER 2.4/" + (Offers.LISTED + 1)));
    assertEquals("unknown", says("p212661000009", "ACCEPTER 2.5/1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Appelez 0661000001",
        "06 61 00 00 01",
        "٠٦٦١٠٠٠٠٠١",
        "voir www.x.ma",
        "a@b.org",
        "http://x",
        "site tiwizi.com",
        " "
      })
  void numbersAndLinksAreNotPassedOn(String line) {
    assertEquals(new Made.Not(Made.Why.WORDS), make("k1", line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Depuis 2019", "12 places, 3 jours", "Un local de 40 m2", "بيت ف 2024"})
  void otherNumbersAre(String line) {
    assertInstanceOf(Made.Done.class, make("k1", line));
  }
}
