package ma.jisr.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import ma.jisr.gateway.api.Operation;
import ma.jisr.gateway.api.Problem;
import ma.jisr.gateway.api.ProblemException;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.ledger.Shelf;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.wallet.payee.PayeeDeed;
import ma.jisr.service.wallet.payee.PayeeDesk;
import ma.jisr.service.wallet.payee.PayeeDraft;
import ma.jisr.service.wallet.payee.PayeeEntry;
import ma.jisr.service.wallet.payee.PayeeMatches;
import ma.jisr.service.wallet.payee.PayeeRights;
import ma.jisr.service.wallet.payee.Payees;
import ma.jisr.service.wallet.port.Kind;
import org.jspecify.annotations.Nullable;

/** The payees: what the desk, the book and the store have to say of them. */
final class PayeeResource {
  /** Three choices fit a screen. */
  private static final int USUAL_MATCHES = 3;

  private final Payees payees;
  private final Supplier<Gazetteer> places;

  PayeeResource(Rooms rooms) {
    this.payees = rooms.wallet().payees();
    this.places = rooms.places();
  }

  Map<String, Operation> operations() {
    PayeeDesk desk = payees.desk();
    return Map.of(
        "listPayees",
        this::list,
        "searchPayees",
        this::search,
        "getPayee",
        call -> told(desk.read(call.actor(), call.text("id"))),
        "createPayee",
        this::create,
        "changePayee",
        this::change,
        "suspendPayee",
        call -> suspend(call, true),
        "resumePayee",
        call -> suspend(call, false),
        "retirePayee",
        call -> told(desk.retire(call.actor(), call.text("id"), call.version(), call.writeId())),
        "undoPayee",
        call -> told(desk.undo(call.actor(), call.text("id"), call.version(), call.writeId())),
        "payeeHistory",
        this::history);
  }

  private CompletableFuture<Answer> list(Call call) {
    Listing.Source<Versioned<PayeeEntry>> source =
        (after, limit) -> payees.shelf().page(after, limit).thenApply(PayeeResource::page);
    return new Listing<>(call, source, wanted(call), kept -> kept.thing().id())
        .answer(
            found -> {
              ObjectNode body = Forms.object();
              ArrayNode rows = body.putArray("payees");
              for (Versioned<PayeeEntry> kept : found) rows.add(PayeeBody.write(kept));
              return body;
            });
  }

  private static Listing.Page<Versioned<PayeeEntry>> page(Shelf.Page<PayeeEntry> page) {
    return new Listing.Page<>(page.things(), page.next().isEmpty() ? null : page.next());
  }

  private Predicate<Versioned<PayeeEntry>> wanted(Call call) {
    Gazetteer gazetteer = places.get();
    String place = call.text("place");
    String kind = call.text("kind");
    boolean retired = call.flag("retired");
    return kept -> {
      PayeeEntry payee = kept.thing();
      var way = PayeeRights.way(gazetteer, payee.place());
      return PayeeRights.allow(call.actor(), PayeeDeed.READ, way)
          && (retired || !payee.retired())
          && (place.isEmpty() || way.contains(place))
          && (kind.isEmpty() || kind.equals(Forms.lower(payee.kind())));
    };
  }

  /** What people would be told: in everybody's book, whatever the territory. */
  private CompletableFuture<Answer> search(Call call) {
    String kind = call.text("kind");
    PayeeMatches found =
        payees
            .book()
            .search(
                call.text("q"),
                kind.isEmpty() ? null : Forms.constant(Kind.class, kind),
                call.text("near"),
                call.whole("limit", USUAL_MATCHES));
    ObjectNode body = Forms.object().put("sure", found.sure());
    ArrayNode rows = body.putArray("payees");
    for (PayeeEntry payee : found.payees()) {
      ObjectNode row = rows.addObject().put("id", payee.id()).put("code", payee.code());
      row.set("name", Forms.texts(payee.name()));
      row.put("kind", Forms.lower(payee.kind())).put("payable", payee.payable());
    }
    return CompletableFuture.completedFuture(Answer.json(body));
  }

  private CompletableFuture<Answer> create(Call call) {
    JsonNode body = call.json();
    @Nullable String code = Forms.line(body, "code");
    Kind kind = Forms.constant(Kind.class, body.path("kind").asText());
    PayeeDraft draft =
        checked(
            () -> new PayeeDraft(kind, PayeeBody.facts(body, kind, null, payees.vault()), code));
    return told(payees.desk().create(call.actor(), draft, call.writeId()))
        .thenApply(
            answer ->
                answer.status() == 200
                    ? answer.status(201).header("location", "/payees/" + answer.of())
                    : answer);
  }

  /** What the body leaves unsaid of who is told stays: nobody can read it to say it again. */
  private CompletableFuture<Answer> change(Call call) {
    String id = call.text("id");
    return payees
        .desk()
        .read(call.actor(), id)
        .thenCompose(
            found -> {
              if (!(found instanceof Ruling.Shown<PayeeEntry> shown))
                return told(CompletableFuture.completedFuture(found));
              PayeeEntry known = shown.now().thing();
              var facts =
                  checked(
                      () ->
                          PayeeBody.facts(
                              call.json(), known.kind(), known.phone(), payees.vault()));
              return told(
                  payees.desk().change(call.actor(), id, call.version(), facts, call.writeId()));
            });
  }

  private CompletableFuture<Answer> suspend(Call call, boolean stop) {
    return told(
        payees.desk().suspend(call.actor(), call.text("id"), call.version(), stop, call.writeId()));
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

  private CompletableFuture<Answer> history(Call call) {
    return payees
        .desk()
        .history(call.actor(), call.text("id"))
        .thenApply(ruling -> told(ruling, shown -> Revisions.answer(shown, PayeeBody::write)));
  }

  private static CompletableFuture<Answer> told(CompletableFuture<Ruling<PayeeEntry>> ruling) {
    return ruling.thenApply(one -> told(one, shown -> shown(shown.now())));
  }

  private static Answer told(
      Ruling<PayeeEntry> ruling, Function<Ruling.Shown<PayeeEntry>, Answer> form) {
    return switch (ruling) {
      case Ruling.Done<PayeeEntry> done -> shown(done.now());
      case Ruling.Shown<PayeeEntry> shown -> form.apply(shown);
      case Ruling.Refused<PayeeEntry> refused ->
          Answer.problem(ShopResource.problem(refused, "payee"));
      case Ruling.Overtaken<PayeeEntry> overtaken ->
          Answer.problem(
              Problem.overtaken(
                  PayeeBody.write(overtaken.theirs()),
                  PayeeBody.write(overtaken.yours(), overtaken.theirs().version())));
    };
  }

  private static Answer shown(Versioned<PayeeEntry> kept) {
    return Answer.json(PayeeBody.write(kept)).version(kept.version()).of(kept.thing().id());
  }
}
