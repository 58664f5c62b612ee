package ma.jisr.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import ma.jisr.base.LocalText;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import ma.jisr.gateway.api.Operation;
import ma.jisr.gateway.api.Problem;
import ma.jisr.gateway.api.ProblemException;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.wallet.benefit.BenefitBatch;
import ma.jisr.service.wallet.benefit.BenefitBrought;
import ma.jisr.service.wallet.benefit.BenefitDraft;
import ma.jisr.service.wallet.benefit.BenefitRecipient;
import ma.jisr.service.wallet.benefit.BenefitRefusal;
import ma.jisr.service.wallet.benefit.BenefitStatus;
import ma.jisr.service.wallet.benefit.Benefits;

/** Batches of benefits: they come in with numbers, and go out as counts. */
final class BenefitResource {
  private final Benefits benefits;

  BenefitResource(Rooms rooms) {
    this.benefits = rooms.wallet().benefits();
  }

  Map<String, Operation> operations() {
    return Map.of(
        "listBenefits",
        call -> told(benefits.list(call.actor()), BenefitResource::list),
        "bringBenefits",
        this::bring,
        "getBenefits",
        call -> told(benefits.status(call.actor(), call.text("id")), BenefitResource::status),
        "approveBenefits",
        call -> told(benefits.approve(call.actor(), call.text("id")), BenefitResource::write),
        "withdrawBenefits",
        call -> told(benefits.withdraw(call.actor(), call.text("id")), BenefitResource::write));
  }

  private CompletableFuture<Answer> bring(Call call) {
    JsonNode body = call.json();
    BenefitDraft draft;
    try {
      draft =
          new BenefitDraft(
              texts(body, "title"),
              texts(body, "where"),
              LocalDate.parse(body.path("from").asText()),
              LocalDate.parse(body.path("until").asText()),
              body.path("area").asText(""));
    } catch (DateTimeException e) {
      throw new ProblemException(Problem.invalid("from, until: there is no such day"));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problem.invalid(String.valueOf(e.getMessage())));
    }
    List<BenefitRecipient> recipients = new ArrayList<>();
    for (JsonNode one : body.path("recipients"))
      recipients.add(
          new BenefitRecipient(
              one.path("phone").asText(),
              one.path("centimes").asLong(),
              one.path("reference").asText("")));
    return told(benefits.bring(call.actor(), draft, recipients), BenefitResource::brought)
        .thenApply(
            answer ->
                answer.status() == 200
                    ? answer.status(201).header("location", "/benefits/" + answer.of())
                    : answer);
  }

  private static LocalText texts(JsonNode body, String field) {
    LocalText texts = Forms.texts(body.path(field));
    if (texts == null) throw new IllegalArgumentException(field + " is missing");
    return texts;
  }

  private static <T> CompletableFuture<Answer> told(
      CompletableFuture<Ruling<T>> ruling, BiConsumer<T, ObjectNode> form) {
    return ruling.thenApply(
        one -> {
          if (one instanceof Ruling.Refused<T> refused)
            return Answer.problem(ShopResource.problem(refused, "batch of benefits"));
          if (!(one instanceof Ruling.Done<T> done))
            throw new IllegalStateException("a batch is neither shown nor overtaken");
          ObjectNode body = Forms.object();
          form.accept(done.now().thing(), body);
          return Answer.json(body).of(body.path("id").asText());
        });
  }

  private static void list(List<BenefitBatch> batches, ObjectNode body) {
    ArrayNode rows = body.putArray("benefits");
    for (BenefitBatch batch : batches) write(batch, rows.addObject());
  }

  private static void status(BenefitStatus status, ObjectNode body) {
    write(status.batch(), body);
    body.put("told", status.told()).put("unreached", status.unreached());
  }

  private static void brought(BenefitBrought brought, ObjectNode body) {
    write(brought.batch(), body);
    ArrayNode refusals = body.putArray("refusals");
    for (BenefitRefusal one : brought.refusals())
      refusals.addObject().put("row", one.line()).put("what", one.what());
  }

  private static void write(BenefitBatch batch, ObjectNode node) {
    BenefitDraft draft = batch.draft();
    node.put("id", batch.id()).put("state", Forms.lower(batch.state()));
    node.set("title", Forms.texts(draft.title()));
    node.set("where", Forms.texts(draft.where()));
    node.put("from", draft.from().toString()).put("until", draft.until().toString());
    Forms.put(node, "area", draft.area());
    node.put("recipients", batch.recipients()).put("centimes", batch.sum().centimes());
    node.put("author", batch.author());
    Forms.put(node, "approver", batch.approver());
    node.put("made", batch.made().toString());
  }
}
