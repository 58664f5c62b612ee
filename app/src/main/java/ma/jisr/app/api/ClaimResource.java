package ma.jisr.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Money;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import ma.jisr.gateway.api.Operation;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.wallet.claim.Claim;
import ma.jisr.service.wallet.claim.Claims;
import ma.jisr.service.wallet.claim.Disputes;
import ma.jisr.service.wallet.claim.Evidence;
import ma.jisr.service.wallet.claim.Recourse;
import org.jspecify.annotations.Nullable;

/** Claims, for those who answer them: nothing in them says whose they are. */
final class ClaimResource {
  private final Claims claims;

  ClaimResource(Rooms rooms) {
    this.claims = rooms.wallet().claims();
  }

  Map<String, Operation> operations() {
    return Map.of(
        "listClaims",
        this::list,
        "getClaim",
        call -> told(claims.show(call.actor(), call.text("id"))),
        "takeClaim",
        call -> told(claims.take(call.actor(), call.text("id"), note(call), call.writeId())),
        "answerClaim",
        call ->
            told(
                claims.answer(
                    call.actor(),
                    call.text("id"),
                    Forms.constant(Claim.Verdict.class, call.json().path("verdict").asText()),
                    note(call),
                    call.writeId())),
        "escalateClaim",
        call ->
            told(
                claims.escalate(
                    call.actor(),
                    call.text("id"),
                    Forms.constant(Recourse.class, call.json().path("to").asText()),
                    note(call),
                    call.writeId())),
        "closeClaim",
        call -> told(claims.close(call.actor(), call.text("id"), note(call), call.writeId())));
  }

  private static String note(Call call) {
    String note = Forms.line(call.json(), "note");
    return note == null ? "" : note;
  }

  private CompletableFuture<Answer> list(Call call) {
    String state = call.text("state");
    Claim.@Nullable State only = state.isEmpty() ? null : Forms.constant(Claim.State.class, state);
    return claims
        .list(call.actor(), only)
        .thenApply(
            ruling -> {
              if (ruling instanceof Ruling.Refused<List<Claim>> refused)
                return Answer.problem(ShopResource.problem(refused, "claim"));
              if (!(ruling instanceof Ruling.Done<List<Claim>> done))
                throw new IllegalStateException("a list is neither shown nor overtaken");
              ObjectNode body = Forms.object();
              ArrayNode rows = body.putArray("claims");
              for (Claim claim : done.now().thing()) write(claim, rows.addObject());
              return Answer.json(body);
            });
  }

  private static CompletableFuture<Answer> told(CompletableFuture<Ruling<Claim>> ruling) {
    return ruling.thenApply(
        one -> {
          if (one instanceof Ruling.Refused<Claim> refused)
            return Answer.problem(ShopResource.problem(refused, "claim"));
          if (!(one instanceof Ruling.Done<Claim> done))
            throw new IllegalStateException("a claim is neither shown nor overtaken");
          Claim claim = done.now().thing();
          ObjectNode body = Forms.object();
          write(claim, body);
          return Answer.json(body).of(claim.number());
        });
  }

  private static void write(Claim claim, ObjectNode node) {
    node.put("number", claim.number()).put("state", Forms.lower(claim.state()));
    node.put("reason", Forms.lower(claim.reason())).put("opened", claim.opened().toString());
    Claim.Verdict verdict = claim.verdict();
    if (verdict != null) node.put("verdict", Forms.lower(verdict));
    Disputes.Back back = claim.back();
    if (back != null) node.put("back", Forms.lower(back));
    if (claim.recourse() != Recourse.NONE) node.put("recourse", Forms.lower(claim.recourse()));
    Forms.put(node, "taker", claim.taker());
    Forms.put(node, "decider", claim.decider());
    node.putObject("clocks")
        .put("take", claim.clocks().take().toString())
        .put("target", claim.clocks().target().toString())
        .put("most", claim.clocks().most().toString());
    write(claim.evidence(), node.putObject("evidence"));
    ArrayNode steps = node.putArray("steps");
    for (Claim.Step step : claim.steps()) {
      ObjectNode row = steps.addObject().put("at", step.at().toString());
      row.put("by", step.by()).put("did", step.did());
      Forms.put(row, "note", step.note());
    }
  }

  private static void write(Evidence evidence, ObjectNode node) {
    node.put("reference", evidence.reference()).put("kind", Forms.lower(evidence.kind()));
    node.put("state", Forms.lower(evidence.state()));
    node.set("name", Forms.texts(evidence.name()));
    node.put("centimes", evidence.amount().centimes());
    Money fee = evidence.fee();
    if (fee != null) node.put("feeCentimes", fee.centimes());
    node.put("provider", evidence.provider());
    Forms.put(node, "receipt", evidence.receipt());
    node.put("at", evidence.at().toString()).put("frozen", evidence.frozen().toString());
    node.put("journal", evidence.head());
  }
}
