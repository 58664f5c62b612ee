package ma.jisr.service.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.base.Actor;
import ma.jisr.base.text.Digits;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.value.Value;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.place.Area;
import ma.jisr.service.Ports;
import ma.jisr.service.hotspots.Requests;
import ma.jisr.service.notices.notice.Deed;
import ma.jisr.service.notices.notice.Hand;
import ma.jisr.service.notices.notice.Hazard;
import ma.jisr.service.notices.notice.Notice;
import ma.jisr.service.notices.notice.NoticeFacts;
import ma.jisr.service.notices.notice.NoticeRights;
import ma.jisr.service.notices.notice.Notices;
import ma.jisr.service.notices.notice.Preview;
import ma.jisr.service.notices.notice.State;
import ma.jisr.service.proof.Proofs;
import ma.jisr.service.proof.Proven;

/**
 * The desk of an official on their own phone. Whoever is not registered is told what a number that
 * does not exist would tell. Nothing begins to go out but from a phone that the network vouches
 * for, and behind the code that this phone was sent.
 */
final class OfficialAnswers {
  /** What a code was sent for, before the notice's id. */
  private static final String SEND = "notice.send ";

  private static final String TAKE_BACK = "notice.back ";

  private static final Duration HOUR = Duration.ofHours(1);

  private final Ports ports;
  private final Notices notices;
  private final NoticeWords words;
  private final Blanks blanks;

  OfficialAnswers(Ports ports, NoticeWords words) {
    this.ports = ports;
    this.notices = ports.notices();
    this.words = words;
    this.blanks = new Blanks(ports);
  }

  CompletableFuture<OperationResult> answer(OperationRequest request) {
    return switch (request.operation()) {
      case "notices.actions" -> now(blanks.actions(request));
      case "notices.hours" -> now(blanks.hours(request));
      case "notices.desk" -> as(request, actor -> now(desk(actor)));
      case "notices.territory" ->
          as(request, actor -> now(blanks.territory(actor, request)), "none");
      case "notices.draft" -> as(request, actor -> draft(actor, request));
      case "notices.publish" -> as(request, actor -> publish(actor, request));
      case "notices.case" -> as(request, actor -> look(actor, request));
      case "notices.approve" -> as(request, actor -> approve(actor, request));
      case "notices.cancel" ->
          as(request, actor -> recall(actor, Requests.id(request, "notice"), request));
      case "notices.withdraw" -> as(request, actor -> withdraw(actor, request));
      default -> as(request, actor -> withdrawn(actor, request));
    };
  }

  /** Whoever may write notices in some territory, by the account of their phone. */
  private CompletableFuture<OperationResult> as(
      OperationRequest request, Function<Actor, CompletableFuture<OperationResult>> then) {
    return as(request, then, "stranger");
  }

  /**
   * @param otherwise the outcome for everybody else
   */
  private CompletableFuture<OperationResult> as(
      OperationRequest request,
      Function<Actor, CompletableFuture<OperationResult>> then,
      String otherwise) {
    return ports
        .field()
        .agents()
        .of(request.person())
        .thenCompose(
            actor ->
                actor
                    .filter(one -> NoticeRights.of(one.role()).contains(Deed.SUBMIT))
                    .map(then)
                    .orElseGet(() -> now(outcome(otherwise))));
  }

  private OperationResult desk(Actor actor) {
    Map<String, Value> values = new HashMap<>();
    boolean own = blanks.only(actor).isPresent();
    values.put("scope", new Value.Text(own ? "own" : "several"));
    waiting(actor).ifPresent(notice -> values.put("waiting", new Value.Text(notice.code())));
    return new OperationResult("ready", values);
  }

  /** The oldest notice that waits for this official to agree with it. */
  private Optional<Notice> waiting(Actor actor) {
    return notices.book().open().stream()
        .filter(notice -> notice.state() == State.IN_REVIEW)
        .filter(notice -> !notice.writers().contains(actor.id()))
        .filter(notice -> covers(actor, notice))
        .min(Comparator.comparing(notice -> notice.facts().from()));
  }

  private boolean covers(Actor actor, Notice notice) {
    Set<String> places = notice.facts().area().places();
    return !places.isEmpty()
        && places.stream().allMatch(id -> actor.territory().covers(ports.gazetteer().way(id)));
  }

  private CompletableFuture<OperationResult> draft(Actor actor, OperationRequest request) {
    Optional<Hazard> hazard = notices.hazards().named(Requests.text(request, "hazard"));
    Optional<Area> area = blanks.area(actor, request);
    if (hazard.isEmpty() || area.isEmpty()) return now(outcome("outside"));
    Hand hand = Hand.phone(actor);
    NoticeFacts facts = blanks.filled(hazard.get(), area.get(), request);
    return notices
        .desk()
        .preview(hand, facts)
        .thenCompose(
            ruling -> {
              if (!(ruling instanceof Ruling.Done<Preview>(var shown)))
                return now(outcome("outside"));
              Preview preview = shown.thing();
              if (preview.path() == Preview.Path.REFUSED) return now(refused(actor, preview));
              if (preview.estimate().people() == 0) return now(outcome("nobody"));
              return notices
                  .desk()
                  .draft(hand, facts, request.key())
                  .thenCompose(drafted -> proof(drafted, preview, request));
            });
  }

  private CompletableFuture<OperationResult> proof(
      Ruling<Notice> drafted, Preview preview, OperationRequest request) {
    if (!(drafted instanceof Ruling.Done<Notice>(var done))) return now(outcome("outside"));
    Notice notice = done.thing();
    Map<String, Value> values = words.gist(notice.facts());
    values.put("notice", new Value.Text(notice.id()));
    values.put("people", new Value.Whole(preview.estimate().people()));
    values.put("segments", new Value.Whole(preview.estimate().segments()));
    return asked(SEND + notice.id(), values, request);
  }

  private CompletableFuture<OperationResult> asked(
      String what, Map<String, Value> values, OperationRequest request) {
    return proofs()
        .ask(request.person(), request.key(), what, ports.clock().instant())
        .thenApply(
            code -> {
              if (code.isEmpty()) return outcome("locked");
              values.put("code", new Value.Text(code.get()));
              return new OperationResult("ready", values);
            });
  }

  private OperationResult refused(Actor actor, Preview preview) {
    if (!preview.problem().startsWith("limit")) return outcome("outside");
    Map<String, Value> values = new HashMap<>();
    again(actor).ifPresent(at -> words.put(values, "again", at));
    return new OperationResult("hourly", values);
  }

  /** From when on this account may send an emergency again. */
  private Optional<Instant> again(Actor actor) {
    return notices.book().heard().stream()
        .filter(notice -> notice.author().equals(actor.id()) && notice.extreme())
        .flatMap(notice -> Optional.ofNullable(notice.started()).stream())
        .max(Comparator.naturalOrder())
        .map(at -> at.plus(HOUR));
  }

  private CompletableFuture<OperationResult> publish(Actor actor, OperationRequest request) {
    return proven(request, "proof", SEND)
        .thenCompose(
            proof ->
                proof.id().isEmpty()
                    ? now(outcome(proof.outcome()))
                    : notices
                        .desk()
                        .submit(Hand.phone(actor), proof.id(), null, request.key())
                        .thenApply(ruling -> submitted(actor, ruling)));
  }

  private OperationResult submitted(Actor actor, Ruling<Notice> ruling) {
    return switch (ruling) {
      case Ruling.Done<Notice>(var done) -> {
        Notice notice = done.thing();
        Map<String, Value> values = new HashMap<>();
        values.put("number", new Value.Text(notice.code()));
        if (notice.reach() != null) values.put("people", new Value.Whole(notice.reach().people()));
        boolean waits = notice.state() == State.IN_REVIEW;
        yield new OperationResult(waits ? "review" : "sent", values);
      }
      case Ruling.Refused<Notice>(var reason, var what) -> {
        if (reason == Ruling.Reason.NO_RIGHT) yield outcome("outside");
        if (!what.startsWith("limit")) yield outcome("gone");
        Map<String, Value> values = new HashMap<>();
        again(actor).ifPresent(at -> words.put(values, "again", at));
        yield new OperationResult("hourly", values);
      }
      default -> outcome("gone");
    };
  }

  /** What may be done with the notice of a code. */
  private CompletableFuture<OperationResult> look(Actor actor, OperationRequest request) {
    return readable(actor, request, "code")
        .thenApply(
            found -> {
              if (found.isEmpty()) return outcome("stranger");
              Notice notice = found.get();
              Map<String, Value> values = counted(notice);
              values.put("notice", new Value.Text(notice.id()));
              values.put("digest", new Value.Text(notice.digest()));
              values.put("number", new Value.Text(notice.code()));
              values.put("by", new Value.Local(notice.facts().sender()));
              if (notice.state() == State.IN_REVIEW) return new OperationResult("approve", values);
              return new OperationResult(stoppable(notice) ? "cancel" : "over", values);
            });
  }

  private boolean stoppable(Notice notice) {
    return notice.state().waiting() || notice.current(ports.clock().instant());
  }

  private CompletableFuture<Optional<Notice>> readable(
      Actor actor, OperationRequest request, String argument) {
    String code = Digits.western(Requests.text(request, argument)).strip();
    Optional<Notice> known = notices.book().byCode(code);
    if (known.isEmpty()) return CompletableFuture.completedFuture(Optional.empty());
    return notices
        .desk()
        .read(Hand.phone(actor), known.get().id())
        .thenApply(
            ruling ->
                ruling instanceof Ruling.Shown<Notice>(var shown, var _)
                    ? Optional.of(shown.thing())
                    : Optional.empty());
  }

  private Map<String, Value> counted(Notice notice) {
    Map<String, Value> values = words.gist(notice.facts());
    if (notice.reach() != null) {
      values.put("people", new Value.Whole(notice.reach().people()));
      values.put("segments", new Value.Whole(notice.reach().segments()));
    }
    if (notice.outcome() != null) {
      values.put("sent", new Value.Whole(notice.outcome().sent()));
      values.put("delivered", new Value.Whole(notice.outcome().delivered()));
    }
    return values;
  }

  private CompletableFuture<OperationResult> approve(Actor actor, OperationRequest request) {
    String id = Requests.text(request, "notice");
    boolean own = notices.book().byId(id).filter(n -> n.writers().contains(actor.id())).isPresent();
    if (own) return now(outcome("own"));
    return notices
        .desk()
        .approve(Hand.phone(actor), id, Requests.text(request, "digest"), request.key())
        .thenApply(ruling -> outcome(ruled(ruling, "approved")));
  }

  private CompletableFuture<OperationResult> recall(
      Actor actor, String id, OperationRequest request) {
    return notices
        .desk()
        .recall(Hand.phone(actor), id, "", request.key())
        .thenApply(
            ruling ->
                new OperationResult(
                    ruled(ruling, "cancelled"),
                    notices.book().byId(id).map(this::counted).orElseGet(Map::of)));
  }

  private static String ruled(Ruling<Notice> ruling, String done) {
    return switch (ruling) {
      case Ruling.Done<Notice> _ -> done;
      case Ruling.Refused<Notice>(var reason, var _) ->
          reason == Ruling.Reason.NO_RIGHT ? "outside" : "gone";
      default -> "gone";
    };
  }

  /** By SMS, whose sender can be forged: the phone is sent a code first. */
  private CompletableFuture<OperationResult> withdraw(Actor actor, OperationRequest request) {
    return readable(actor, request, "number")
        .thenCompose(
            found -> {
              if (found.isEmpty()) return now(outcome("stranger"));
              if (!stoppable(found.get())) return now(outcome("over"));
              return asked(TAKE_BACK + found.get().id(), counted(found.get()), request);
            });
  }

  private CompletableFuture<OperationResult> withdrawn(Actor actor, OperationRequest request) {
    return proven(request, "code", TAKE_BACK)
        .thenCompose(
            proof ->
                proof.id().isEmpty()
                    ? now(outcome(proof.outcome()))
                    : recall(actor, proof.id(), request));
  }

  /**
   * What a code was sent for.
   *
   * @param outcome why it is good for nothing
   * @param id of the notice; "" when it is
   */
  private record Shown(String outcome, String id) {}

  private CompletableFuture<Shown> proven(OperationRequest request, String code, String what) {
    return proofs()
        .prove(
            request.person(), request.key(), Requests.text(request, code), ports.clock().instant())
        .thenApply(
            proven -> {
              boolean right = proven.outcome() == Proven.Outcome.RIGHT;
              if (right && proven.content().startsWith(what))
                return new Shown("", proven.content().substring(what.length()));
              return new Shown(
                  switch (proven.outcome()) {
                    case WRONG -> "wrong";
                    case LOCKED -> "locked";
                    case RIGHT, LATE -> "late";
                  },
                  "");
            });
  }

  private Proofs proofs() {
    return ports.field().proofs();
  }

  private static OperationResult outcome(String name) {
    return new OperationResult(name, Map.of());
  }

  private static CompletableFuture<OperationResult> now(OperationResult result) {
    return CompletableFuture.completedFuture(result);
  }
}
