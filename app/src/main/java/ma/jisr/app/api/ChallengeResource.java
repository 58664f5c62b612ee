package ma.jisr.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.app.challenge.ChallengeBody;
import ma.jisr.app.challenge.ChallengeOffers;
import ma.jisr.gateway.account.Accounts;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import ma.jisr.gateway.api.Operation;
import ma.jisr.gateway.api.Problem;
import ma.jisr.gateway.api.ProblemException;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.challenges.offer.OfferList;
import ma.jisr.service.challenges.register.Challenge;
import ma.jisr.service.challenges.register.ChallengeBook;
import ma.jisr.service.challenges.register.ChallengeDesk;
import ma.jisr.service.challenges.register.ChallengeDraft;
import ma.jisr.service.challenges.register.ChallengeFacts;
import ma.jisr.service.challenges.register.Challenges;
import ma.jisr.service.challenges.register.Keeper;
import ma.jisr.service.challenges.register.Theme;

/** The challenges: the open ones for everybody, without a token; each for those who keep it. */
final class ChallengeResource {
  private static final int USUAL_OFFERS = 100;

  private final Challenges challenges;
  private final ChallengeBook book;
  private final ChallengeOffers offers;
  private final Supplier<Gazetteer> places;
  private final ChallengePage page = new ChallengePage();

  ChallengeResource(Rooms rooms, Accounts accounts) {
    this.challenges = rooms.challenges().register();
    this.book = challenges.book();
    this.offers = new ChallengeOffers(rooms.challenges().offers(), accounts);
    this.places = rooms.places();
  }

  Map<String, Operation> operations() {
    ChallengeDesk desk = challenges.desk();
    Map<String, Operation> all = new HashMap<>();
    all.put("listChallenges", call -> CompletableFuture.completedFuture(list(call)));
    all.put("getChallenge", call -> told(desk.read(call.actor(), call.text("id"))));
    all.put("createChallenge", this::create);
    all.put(
        "changeChallenge",
        call ->
            told(
                desk.change(
                    call.actor(),
                    call.text("id"),
                    call.version(),
                    known -> ChallengeBody.read(call.json(), known),
                    call.writeId())));
    all.put(
        "publishChallenge",
        call -> told(desk.publish(call.actor(), call.text("id"), call.version(), call.writeId())));
    all.put(
        "closeChallenge",
        call -> told(desk.close(call.actor(), call.text("id"), call.version(), call.writeId())));
    all.put(
        "undoChallenge",
        call -> told(desk.undo(call.actor(), call.text("id"), call.version(), call.writeId())));
    all.put("challengeHistory", this::history);
    all.put("listOffers", this::offers);
    all.put("keepChallenge", this::keep);
    return all;
  }

  private CompletableFuture<Answer> offers(Call call) {
    return offers
        .page(
            call.actor(),
            call.text("id"),
            call.page().orElse(""),
            call.whole("limit", USUAL_OFFERS))
        .thenApply(
            ruling ->
                switch (ruling) {
                  case Ruling.Done<OfferList.Page> done -> page(call, done.now().thing());
                  case Ruling.Refused<OfferList.Page> refused ->
                      Answer.problem(ShopResource.problem(refused, "challenge"));
                  default -> throw new IllegalStateException("a list is done or refused");
                });
  }

  private static Answer page(Call call, OfferList.Page page) {
    ObjectNode body = Forms.object();
    ArrayNode rows = body.putArray("offers");
    page.offers().forEach(offer -> rows.add(ChallengeOffers.write(offer)));
    if (!page.next().isEmpty()) body.put("next", call.next(page.next()));
    return Answer.json(body);
  }

  private CompletableFuture<Answer> history(Call call) {
    return challenges
        .desk()
        .history(call.actor(), call.text("id"))
        .thenApply(
            ruling ->
                ruling instanceof Ruling.Shown<Challenge> shown
                    ? Revisions.answer(shown, ChallengeBody::write)
                    : told(ruling));
  }

  private CompletableFuture<Answer> create(Call call) {
    ChallengeFacts facts = checked(() -> ChallengeBody.read(call.json(), null));
    String code = call.json().path("code").asText();
    return told(challenges
            .desk()
            .create(call.actor(), new ChallengeDraft(code, facts, false), call.writeId()))
        .thenApply(
            answer ->
                answer.status() == 200
                    ? answer.status(201).header("location", "/challenges/" + answer.of())
                    : answer);
  }

  /** Puts somebody in a post; without a phone, nobody. */
  private CompletableFuture<Answer> keep(Call call) {
    JsonNode body = call.json();
    String post = body.path("post").asText();
    String phone = body.path("phone").asText("");
    String name = body.path("name").asText("");
    Keeper keeper =
        phone.isEmpty()
            ? null
            : checked(() -> ChallengeBody.keeper(name, phone, challenges.vault()));
    return told(
        challenges
            .desk()
            .keepers(
                call.actor(),
                call.text("id"),
                facts -> ChallengeBody.with(facts, post, keeper),
                call.writeId()));
  }

  /**
   * @throws ProblemException naming what cannot be
   */
  private static <T> T checked(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problem.invalid(String.valueOf(e.getMessage())));
    }
  }

  private static CompletableFuture<Answer> told(CompletableFuture<Ruling<Challenge>> ruling) {
    return ruling.thenApply(ChallengeResource::told);
  }

  private static Answer told(Ruling<Challenge> ruling) {
    return switch (ruling) {
      case Ruling.Done<Challenge> done -> shown(done.now());
      case Ruling.Shown<Challenge> shown -> shown(shown.now());
      case Ruling.Refused<Challenge> refused ->
          Answer.problem(ShopResource.problem(refused, "challenge"));
      case Ruling.Overtaken<Challenge> overtaken ->
          Answer.problem(
              Problem.overtaken(
                  ChallengeBody.write(overtaken.theirs()),
                  ChallengeBody.write(overtaken.yours(), overtaken.theirs().version())));
    };
  }

  private static Answer shown(Versioned<Challenge> kept) {
    return Answer.json(ChallengeBody.write(kept)).version(kept.version()).of(kept.thing().code());
  }

  private Answer list(Call call) {
    if (call.accepted().equals(Html.TYPE))
      return page.of(
          book, places.get(), Tongue.of(call.text("lang"), call.text("Accept-Language")));
    ObjectNode body = Forms.object();
    ArrayNode themes = body.putArray("themes");
    ArrayNode challenges = body.putArray("challenges");
    for (Theme theme : book.themes()) {
      ObjectNode row = themes.addObject().put("id", theme.id()).put("code", theme.code());
      row.set("title", Forms.texts(theme.title()));
      for (Challenge open : book.of(theme.id())) challenges.add(ChallengeBody.facts(open));
    }
    return Answer.json(body);
  }
}
