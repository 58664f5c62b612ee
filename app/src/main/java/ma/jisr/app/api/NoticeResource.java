package ma.jisr.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.app.notice.NoticeBody;
import ma.jisr.app.notice.NoticeHands;
import ma.jisr.app.notice.NoticeHands.Bearer;
import ma.jisr.app.notice.NoticeView;
import ma.jisr.base.Language;
import ma.jisr.gateway.account.Accounts;
import ma.jisr.gateway.api.Answer;
import ma.jisr.gateway.api.Call;
import ma.jisr.gateway.api.Operation;
import ma.jisr.gateway.api.Problem;
import ma.jisr.gateway.api.ProblemException;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.service.notices.notice.Approvals;
import ma.jisr.service.notices.notice.Deed;
import ma.jisr.service.notices.notice.Hand;
import ma.jisr.service.notices.notice.Notice;
import ma.jisr.service.notices.notice.NoticeDesk;
import ma.jisr.service.notices.notice.NoticeFacts;
import ma.jisr.service.notices.notice.Notices;
import ma.jisr.service.notices.notice.Preview;
import ma.jisr.service.notices.notice.Way;

/** Official notices: written, handed in, approved and followed; never who gets them. */
final class NoticeResource {
  private final Notices notices;
  private final NoticeDesk desk;
  private final NoticeHands hands;
  private final InstantSource clock;

  NoticeResource(Notices notices, Accounts accounts, InstantSource clock) {
    this.notices = notices;
    this.desk = notices.desk();
    this.hands = new NoticeHands(accounts, notices.approvals());
    this.clock = clock;
  }

  /** Something done to the notice of a call's id. */
  @FunctionalInterface
  private interface Doing {
    CompletableFuture<Ruling<Notice>> done(Hand hand, Call call, String id);
  }

  Map<String, Operation> operations() {
    Map<String, Operation> all = new HashMap<>();
    all.put("listNotices", this::list);
    all.put("draftNotice", this::draft);
    all.put("previewNotice", this::preview);
    all.put("getNotice", call -> doing(call, (hand, c, id) -> desk.read(hand, id)));
    all.put(
        "changeNotice",
        call -> doing(call, (h, c, id) -> desk.change(h, id, c.version(), facts(c), c.writeId())));
    all.put(
        "submitNotice", call -> proved(call, (h, c, id) -> desk.submit(h, id, null, c.writeId())));
    all.put("sendNoticeCode", this::code);
    all.put("sendNoticeTrial", this::trial);
    all.put(
        "approveNotice",
        call -> proved(call, (h, c, id) -> desk.approve(h, id, text(c, "digest"), c.writeId())));
    all.put(
        "returnNotice",
        call -> doing(call, (h, c, id) -> desk.sendBack(h, id, text(c, "note"), c.writeId())));
    all.put("pauseNotice", call -> doing(call, (h, c, id) -> desk.pause(h, id, c.writeId())));
    all.put("resumeNotice", call -> doing(call, (h, c, id) -> desk.resume(h, id, c.writeId())));
    all.put("cancelNotice", call -> doing(call, this::cancel));
    all.put(
        "reviewNotice",
        call -> doing(call, (h, c, id) -> desk.review(h, id, text(c, "note"), c.writeId())));
    all.put("noticeProgress", this::progress);
    all.put("noticeReport", this::report);
    all.put("noticeProof", call -> shown(call, notice -> done(NoticeView.proof(notice))));
    all.put("noticeHistory", this::history);
    return all;
  }

  private static String text(Call call, String field) {
    return call.json().path(field).asText("");
  }

  private CompletableFuture<Ruling<Notice>> cancel(Hand hand, Call call, String id) {
    String note = text(call, "note");
    return call.json().path("tell").asBoolean(true)
        ? desk.recall(hand, id, note, call.writeId())
        : desk.cancel(hand, id, note, call.writeId());
  }

  private CompletableFuture<Answer> list(Call call) {
    Listing.Source<Versioned<Notice>> source =
        (after, limit) ->
            notices
                .shelf()
                .page(after, limit)
                .thenApply(
                    page ->
                        new Listing.Page<>(
                            page.things(), page.next().isEmpty() ? null : page.next()));
    String state = call.text("state");
    Hand hand = Hand.account(call.actor(), Way.API, false);
    return new Listing<>(
            call,
            source,
            kept ->
                desk.may(hand, Deed.READ, kept.thing())
                    && (state.isEmpty() || state.equals(Forms.lower(kept.thing().state()))),
            kept -> kept.thing().id())
        .answer(
            found -> {
              ObjectNode body = Forms.object();
              ArrayNode rows = body.putArray("notices");
              for (Versioned<Notice> kept : found) rows.add(view(kept));
              return body;
            });
  }

  private static ObjectNode view(Versioned<Notice> kept) {
    return NoticeView.notice(kept.thing()).put("version", kept.version());
  }

  private CompletableFuture<Answer> draft(Call call) {
    NoticeFacts facts = facts(call);
    return hands
        .of(call.actor(), Way.API)
        .thenCompose(bearer -> desk.draft(bearer.hand(), facts, call.writeId()))
        .thenApply(NoticeResource::told)
        .thenApply(
            answer ->
                answer.status() == 200
                    ? answer.status(201).header("location", "/notices/" + answer.of())
                    : answer);
  }

  /**
   * @throws ProblemException naming what cannot be
   */
  private NoticeFacts facts(Call call) {
    try {
      return NoticeBody.read(call.json(), notices.hazards(), clock.instant());
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problem.invalid(String.valueOf(e.getMessage())));
    }
  }

  private CompletableFuture<Answer> preview(Call call) {
    String id = call.text("id");
    return hands
        .of(call.actor(), Way.API)
        .thenCompose(bearer -> desk.preview(bearer.hand(), id))
        .thenApply(
            ruling ->
                switch (ruling) {
                  case Ruling.Done<Preview> done ->
                      Answer.json(NoticeView.preview(done.now().thing()));
                  case Ruling.Refused<Preview> refused ->
                      Answer.problem(ShopResource.problem(refused, "notice"));
                  default -> throw new IllegalStateException("a preview is done or refused");
                });
  }

  private CompletableFuture<Answer> code(Call call) {
    Approvals approvals = notices.approvals();
    return phoned(call, (hand, person, id) -> approvals.ask(hand, person, id, call.writeId()));
  }

  private CompletableFuture<Answer> trial(Call call) {
    Approvals approvals = notices.approvals();
    Language language;
    try {
      language = NoticeBody.language(text(call, "language"));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problem.invalid(String.valueOf(e.getMessage())));
    }
    return phoned(
        call, (hand, person, id) -> approvals.testTo(hand, person, id, language, call.writeId()));
  }

  /** What is sent to the phone of the account. */
  @FunctionalInterface
  private interface Sending {
    CompletableFuture<Ruling<Notice>> sent(Hand hand, String person, String id);
  }

  private CompletableFuture<Answer> phoned(Call call, Sending sending) {
    return hands
        .of(call.actor(), Way.API)
        .thenCompose(
            bearer ->
                bearer.person().isEmpty()
                    ? CompletableFuture.completedFuture(
                        Ruling.<Notice>invalid("proof: this account has no phone"))
                    : sending.sent(bearer.hand(), bearer.person().get(), call.text("id")))
        .thenApply(NoticeResource::told);
  }

  private CompletableFuture<Answer> doing(Call call, Doing deed) {
    return hands
        .of(call.actor(), Way.API)
        .thenCompose(bearer -> deed.done(bearer.hand(), call, call.text("id")))
        .thenApply(NoticeResource::told);
  }

  /** The same with the code of the second factor, where one is given. */
  private CompletableFuture<Answer> proved(Call call, Doing deed) {
    CompletableFuture<Bearer> bearer =
        hands.of(call.actor(), Way.API, call.text("id"), text(call, "code"), call.writeId());
    return bearer
        .thenCompose(known -> deed.done(known.hand(), call, call.text("id")))
        .thenApply(NoticeResource::told);
  }

  private CompletableFuture<Answer> shown(
      Call call, Function<Notice, CompletableFuture<Answer>> then) {
    return hands
        .of(call.actor(), Way.API)
        .thenCompose(bearer -> desk.read(bearer.hand(), call.text("id")))
        .thenCompose(
            ruling ->
                ruling instanceof Ruling.Shown<Notice> shown
                    ? then.apply(shown.now().thing())
                    : CompletableFuture.completedFuture(told(ruling)));
  }

  private CompletableFuture<Answer> progress(Call call) {
    return shown(
        call,
        notice ->
            notices
                .ground()
                .mailings()
                .progress(notice.id())
                .thenApply(found -> maybe(found.map(NoticeView::progress))));
  }

  private CompletableFuture<Answer> report(Call call) {
    return shown(
        call,
        notice ->
            notices
                .ground()
                .mailings()
                .report(notice.id())
                .thenApply(found -> maybe(found.map(NoticeView::report))));
  }

  private static Answer maybe(Optional<ObjectNode> body) {
    return body.map(Answer::json)
        .orElseGet(() -> Answer.problem(Problem.unknown("It has not begun to be sent")));
  }

  private CompletableFuture<Answer> history(Call call) {
    return hands
        .of(call.actor(), Way.API)
        .thenCompose(bearer -> desk.history(bearer.hand(), call.text("id")))
        .thenApply(
            ruling -> {
              if (!(ruling instanceof Ruling.Shown<Notice> shown)) return told(ruling);
              ObjectNode body = Forms.object();
              body.set("revisions", NoticeView.history(shown.history()));
              return Answer.json(body);
            });
  }

  private static CompletableFuture<Answer> done(ObjectNode body) {
    return CompletableFuture.completedFuture(Answer.json(body));
  }

  private static Answer told(Ruling<Notice> ruling) {
    return switch (ruling) {
      case Ruling.Done<Notice> done -> told(done.now());
      case Ruling.Shown<Notice> shown -> told(shown.now());
      case Ruling.Refused<Notice> refused ->
          Answer.problem(ShopResource.problem(refused, "notice"));
      case Ruling.Overtaken<Notice> overtaken ->
          Answer.problem(
              Problem.overtaken(
                  view(overtaken.theirs()),
                  view(new Versioned<>(overtaken.yours(), overtaken.theirs().version()))));
    };
  }

  private static Answer told(Versioned<Notice> kept) {
    return Answer.json(view(kept)).version(kept.version()).of(kept.thing().id());
  }
}
