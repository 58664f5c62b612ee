package ma.jisr.service.challenges;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.Ports;
import ma.jisr.service.challenges.offer.Made;
import ma.jisr.service.challenges.offer.Offer;
import ma.jisr.service.challenges.offer.Spoken;
import ma.jisr.service.challenges.register.Challenge;
import ma.jisr.service.hotspots.Requests;
import ma.jisr.service.hotspots.SpotWords;
import ma.jisr.service.proof.Proven;

/** What people are told who offer, and who answer for a challenge. */
final class OfferAnswers {
  private final Ports ports;
  private final ChallengePorts challenges;

  OfferAnswers(Ports ports) {
    this.ports = ports;
    this.challenges = ports.challenges();
  }

  CompletableFuture<OperationResult> offer(OperationRequest request) {
    return challenges
        .offers()
        .make(
            request.key(),
            request.person(),
            Requests.id(request, "challenge"),
            Requests.text(request, "who"),
            Requests.id(request, "place"),
            Requests.text(request, "line"))
        .thenApply(
            made ->
                switch (made) {
                  case Made.Done(Offer offer, boolean heard) ->
                      result(heard ? "sent" : "waiting", offer);
                  case Made.Already(Offer offer) -> result("already", offer);
                  case Made.Not(Made.Why why) ->
                      new OperationResult(why.name().toLowerCase(Locale.ROOT), Map.of());
                });
  }

  private static OperationResult result(String outcome, Offer offer) {
    return new OperationResult(outcome, Map.of("ref", new Value.Text(offer.ref())));
  }

  CompletableFuture<OperationResult> mine(OperationRequest request) {
    return challenges
        .offers()
        .of(request.person())
        .thenApply(
            offers -> {
              List<Value.Item> items = new ArrayList<>();
              for (Offer offer : offers)
                if (offer.state().open() && items.size() < OfferOperations.LISTED)
                  items.add(Value.Item.of(offer.ref(), label(offer)));
              return new OperationResult(
                  items.isEmpty() ? "none" : "found", Map.of("offers", new Value.Items(items)));
            });
  }

  /** "2.4/3 Désenclavement": the reference is never cut. */
  private LocalText label(Offer offer) {
    Optional<Challenge> challenge = challenges.book().byCode(offer.challenge());
    if (challenge.isEmpty()) return LocalText.same(offer.ref());
    int most = OfferOperations.LABEL - offer.ref().length() - 1;
    Map<Language, String> labels = new HashMap<>();
    challenge
        .get()
        .title()
        .byLanguage()
        .forEach(
            (language, title) ->
                labels.put(language, offer.ref() + " " + SpotWords.cut(title, most)));
    return new LocalText(labels);
  }

  CompletableFuture<OperationResult> withdraw(OperationRequest request) {
    return challenges
        .offers()
        .withdraw(request.key(), request.person(), Requests.id(request, "offer"))
        .thenApply(
            found ->
                found
                    .filter(offer -> offer.state() == Offer.State.WITHDRAWN)
                    .map(offer -> result("withdrawn", offer))
                    .orElse(new OperationResult("late", Map.of())));
  }

  CompletableFuture<OperationResult> word(OperationRequest request) {
    return challenges
        .desk()
        .hear(request.key(), request.person(), Requests.text(request, "text"))
        .thenCompose(
            spoken ->
                spoken.outcome().equals("closing")
                    ? closing(request, spoken.who())
                    : CompletableFuture.completedFuture(spoken(spoken)));
  }

  private static OperationResult spoken(Spoken spoken) {
    Map<String, Value> values = new HashMap<>();
    Offer offer = spoken.offer();
    if (offer != null) values.put("ref", new Value.Text(offer.ref()));
    if (!spoken.phone().isEmpty()) values.put("phone", new Value.Phone(spoken.phone()));
    if (!spoken.who().isEmpty()) values.put("who", new Value.Text(spoken.who()));
    if (!spoken.refs().isEmpty())
      values.put("refs", new Value.Text(String.join(", ", spoken.refs())));
    return new OperationResult(spoken.outcome(), values);
  }

  /** An SMS alone ends no challenge: its sender can be forged. */
  private CompletableFuture<OperationResult> closing(OperationRequest request, String code) {
    Instant now = ports.clock().instant();
    return ports
        .field()
        .proofs()
        .ask(request.person(), request.key(), "challenge close " + code, now)
        .thenApply(
            proof -> {
              if (proof.isEmpty()) return new OperationResult("locked", Map.of());
              Map<String, Value> values = titled(code);
              values.put("proof", new Value.Text(proof.get()));
              return new OperationResult("prove", values);
            });
  }

  private Map<String, Value> titled(String code) {
    Map<String, Value> values = new HashMap<>();
    values.put("code", new Value.Text(code));
    challenges
        .book()
        .byCode(code)
        .ifPresent(one -> values.put("title", new Value.Local(one.title())));
    return values;
  }

  CompletableFuture<OperationResult> prove(OperationRequest request) {
    return ports
        .field()
        .proofs()
        .prove(
            request.person(),
            request.key(),
            Requests.text(request, "code"),
            ports.clock().instant())
        .thenCompose(
            proven ->
                proven.outcome() == Proven.Outcome.RIGHT
                    ? close(request, proven.content())
                    : CompletableFuture.completedFuture(
                        new OperationResult(
                            proven.outcome().name().toLowerCase(Locale.ROOT), Map.of())));
  }

  private CompletableFuture<OperationResult> close(OperationRequest request, String content) {
    if (!content.startsWith("challenge close "))
      return CompletableFuture.completedFuture(new OperationResult("late", Map.of()));
    String code = content.substring("challenge close ".length());
    return challenges
        .desk()
        .who(request.person())
        .thenCompose(
            who ->
                challenges
                    .register()
                    .closeOwn(Actor.person(request.person()), who, code, request.key()))
        .thenApply(
            ruling ->
                ruling instanceof Ruling.Done<Challenge>
                    ? new OperationResult("closed", titled(code))
                    : new OperationResult("stranger", Map.of()));
  }
}
