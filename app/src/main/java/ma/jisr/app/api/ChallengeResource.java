package ma.jisr.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.app.challenge.ChallengeBody;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import ma.jisr.gateway.api.Operation;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.challenges.register.Challenge;
import ma.jisr.service.challenges.register.ChallengeBook;
import ma.jisr.service.challenges.register.Challenges;
import ma.jisr.service.challenges.register.Theme;

/** The challenges: the open ones for everybody, without a token. */
final class ChallengeResource {
  private final ChallengeBook book;
  private final Supplier<Gazetteer> places;
  private final ChallengePage page = new ChallengePage();

  ChallengeResource(Challenges challenges, Supplier<Gazetteer> places) {
    this.book = challenges.book();
    this.places = places;
  }

  Map<String, Operation> operations() {
    return Map.of("listChallenges", call -> CompletableFuture.completedFuture(list(call)));
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
