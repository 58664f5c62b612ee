package ma.jisr.app.challenge;

import static ma.jisr.map.ledger.JsonFields.lower;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.app.account.Signed;
import ma.jisr.app.admin.Await;
import ma.jisr.app.admin.Words;
import ma.jisr.app.exchange.Handover;
import ma.jisr.app.wallet.Refusals;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.challenges.offer.OfferList;
import ma.jisr.service.challenges.register.Challenge;
import ma.jisr.service.challenges.register.ChallengeCode;
import ma.jisr.service.challenges.register.ChallengeDeed;
import ma.jisr.service.challenges.register.ChallengeDesk;
import ma.jisr.service.challenges.register.ChallengeDraft;
import ma.jisr.service.challenges.register.ChallengeFacts;
import ma.jisr.service.challenges.register.ChallengeRights;
import ma.jisr.service.challenges.register.Challenges;
import ma.jisr.service.challenges.register.Keeper;

/**
 * Who answers {@code jisr challenges}. Words: {@code list}, {@code show CODE}, {@code offers CODE},
 * {@code write FILE}, {@code change CODE FILE}, {@code publish CODE}, {@code close CODE}, {@code
 * undo CODE}, {@code keeper CODE owner|partner NUMBER NAME}, {@code unkeep CODE owner|partner};
 * FILE is a number of the {@link Handover}; what else there is, of all of them as files, a {@link
 * ma.jisr.app.exchange.FileVerb} does. No line holds the number of who answers for one.
 */
public final class ChallengesVerb implements Signed {
  /** Largest file of one challenge, bytes: all its texts in all languages take a tenth. */
  public static final int MOST_BYTES = 100_000;

  private static final Set<String> READS = Set.of("list", "show", "offers");

  /** Offers told at once: beyond, the API tells them page by page. */
  private static final int MOST_OFFERS = 2_000;

  /** What is done with all of them, as files. */
  private static final Set<String> FILES = Set.of("import", "export", "batches");

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Challenges challenges;
  private final ChallengeDesk desk;
  private final ChallengeOffers offers;
  private final Supplier<Gazetteer> gazetteer;
  private final Handover handover;
  private final Signed files;

  /**
   * @param files brings them in and takes them out
   */
  public ChallengesVerb(
      Challenges challenges,
      ChallengeOffers offers,
      Supplier<Gazetteer> gazetteer,
      Handover handover,
      Signed files) {
    this.challenges = challenges;
    this.offers = offers;
    this.files = files;
    this.desk = challenges.desk();
    this.gazetteer = gazetteer;
    this.handover = handover;
  }

  @Override
  public boolean changes(List<String> words) {
    return isOfFiles(words) ? files.changes(words) : !READS.contains(words.getFirst());
  }

  /** What is undone is an import, or of one challenge. */
  private static boolean isOfFiles(List<String> words) {
    if (words.isEmpty()) return true;
    boolean undo = words.getFirst().equals("undo");
    return undo ? !ChallengeCode.isCode(Words.text(words, 1)) : FILES.contains(words.getFirst());
  }

  @Override
  public Told run(Actor actor, List<String> words) throws Exception {
    if (isOfFiles(words)) return files.run(actor, words);
    // Nothing names the cause: what is said twice is so already.
    String key = "challenges " + UUID.randomUUID();
    return switch (Words.at(words, 0)) {
      case "list" -> list(actor);
      case "show" -> show(actor, Words.text(words, 1));
      case "offers" -> offers(actor, Words.text(words, 1));
      case "write" -> write(actor, body(Words.at(words, 1)), key);
      case "change" -> change(actor, Words.text(words, 1), body(Words.at(words, 2)), key);
      case "publish" -> told(desk.publish(actor, Words.text(words, 1), null, key));
      case "close" -> told(desk.close(actor, Words.text(words, 1), null, key));
      case "undo" -> told(desk.undo(actor, Words.text(words, 1), null, key));
      case "keeper" -> keeper(actor, words, key);
      case "unkeep" -> {
        String post = Words.text(words, 2);
        yield told(
            desk.keepers(
                actor, Words.text(words, 1), facts -> ChallengeBody.with(facts, post, null), key));
      }
      default ->
          throw new IllegalArgumentException(
              "challenges list, show, offers, write, change, publish, close, undo, keeper, import,"
                  + " export or batches");
    };
  }

  private Told list(Actor actor) {
    Gazetteer places = gazetteer.get();
    List<String> lines = new ArrayList<>();
    for (Versioned<Challenge> kept : challenges.book().all()) {
      Challenge one = kept.thing();
      if (ChallengeRights.allow(
          actor, ChallengeDeed.READ, ChallengeRights.way(places, one.place())))
        lines.add(line(one));
    }
    if (lines.isEmpty()) lines.add("none");
    return Told.of(lines);
  }

  private Told offers(Actor actor, String code) throws Exception {
    List<String> lines = new ArrayList<>();
    String after = "";
    do {
      OfferList.Page page =
          Refusals.done(Await.of(offers.page(actor, code, after, OfferList.MOST)), "challenge");
      page.offers().forEach(offer -> lines.add(ChallengeOffers.line(offer)));
      after = page.next();
    } while (!after.isEmpty() && lines.size() < MOST_OFFERS);
    if (!after.isEmpty()) lines.add("there are more: GET /challenges/" + code + "/offers");
    if (lines.isEmpty()) lines.add("none");
    return new Told(lines, code);
  }

  private Told write(Actor actor, JsonNode body, String key) throws Exception {
    ChallengeFacts facts = ChallengeBody.read(body, null);
    return told(
        desk.create(actor, new ChallengeDraft(body.path("code").asText(""), facts, false), key));
  }

  private Told change(Actor actor, String code, JsonNode body, String key) throws Exception {
    String said = body.path("code").asText(code);
    if (!said.equals(code)) throw new IllegalArgumentException("code: the file is of another");
    return told(desk.change(actor, code, null, known -> ChallengeBody.read(body, known), key));
  }

  private Told keeper(Actor actor, List<String> words, String key) throws Exception {
    String post = Words.text(words, 2);
    Keeper keeper =
        ChallengeBody.keeper(Words.text(words, 4), Words.text(words, 3), challenges.vault());
    return told(
        desk.keepers(
            actor, Words.text(words, 1), facts -> ChallengeBody.with(facts, post, keeper), key));
  }

  private JsonNode body(String number) throws Exception {
    try {
      return MAPPER.readTree(handover.take(number, MOST_BYTES));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the file is no JSON", e);
    }
  }

  private Told show(Actor actor, String code) throws Exception {
    Ruling<Challenge> ruling = Await.of(desk.read(actor, code));
    if (ruling instanceof Ruling.Shown<Challenge> shown)
      return Told.of(MAPPER.writeValueAsString(ChallengeBody.write(shown.now())).lines().toList());
    return Told.of(List.of(line(Refusals.done(ruling, "challenge"))));
  }

  private static Told told(CompletableFuture<Ruling<Challenge>> ruling) throws Exception {
    Challenge challenge = Refusals.done(Await.of(ruling), "challenge");
    return new Told(List.of(line(challenge)), challenge.code());
  }

  private static String line(Challenge challenge) {
    ChallengeFacts facts = challenge.facts();
    Keeper owner = facts.owner();
    Keeper partner = facts.partner();
    return String.format(
        Locale.ROOT,
        "%-5s  %-9s  %s  %s  owner %s  partner %s",
        challenge.code(),
        lower(challenge.state()),
        challenge.title().in(Language.FR, true),
        challenge.place().isEmpty() ? "-" : challenge.place(),
        owner == null ? "-" : owner.name(),
        partner == null ? "-" : partner.name());
  }
}
