package ma.jisr.service.notices.cap;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.service.notices.area.Geocodes;
import ma.jisr.service.notices.cap.CapAlert.Reference;
import ma.jisr.service.notices.notice.Hand;
import ma.jisr.service.notices.notice.Kind;
import ma.jisr.service.notices.notice.Notice;
import ma.jisr.service.notices.notice.NoticeDesk;
import ma.jisr.service.notices.notice.NoticeFacts;
import ma.jisr.service.notices.notice.Origin;
import ma.jisr.service.notices.notice.State;

/**
 * Alerts of one source that follow each other: each is remembered, made the newest of its thread,
 * then a notice. Whatever is interrupted is done again with the same file, to the same end.
 */
final class CapThread {
  private static final String REPLACED = "replaced by a later alert of its source";
  private static final String TAKEN_BACK = "taken back by its source";

  private final CapLog log;
  private final NoticeDesk desk;
  private final Supplier<Geocodes> geocodes;
  private final InstantSource clock;

  CapThread(CapLog log, NoticeDesk desk, Supplier<Geocodes> geocodes, InstantSource clock) {
    this.log = log;
    this.desk = desk;
    this.geocodes = geocodes;
    this.clock = clock;
  }

  /**
   * An alert of a known source, in time.
   *
   * @param hand on whose behalf
   * @param signed whether its source has signed it
   * @param file digest of it; the id of every write that it causes begins with it
   */
  record Case(CapAlert alert, CapSource source, Hand hand, boolean signed, String file) {
    String key() {
      return CapLog.key(alert.sender(), alert.identifier());
    }
  }

  CompletableFuture<CapRuling> take(Case one) {
    if (!one.alert().follows())
      return begin(one, one.key()).thenCompose(begun -> go(one, begun, List.of(), List.of()));
    return log.entries(one.alert().references()).thenCompose(found -> following(one, found));
  }

  private CompletableFuture<CapRuling> following(Case one, Map<String, CapLog.Entry> found) {
    List<CapLog.Entry> before = new ArrayList<>();
    for (Reference reference : one.alert().references()) {
      CapLog.Entry entry = found.get(CapLog.key(reference.sender(), reference.identifier()));
      boolean theirs =
          entry != null
              && reference.sender().equals(one.alert().sender())
              && entry.source().equals(one.source().id())
              && entry.sent().equals(reference.sent())
              && !entry.notice().isEmpty();
      if (entry == null || !theirs)
        return refused(
            Fault.UNKNOWN_REFERENCE,
            "names what we do not have from this sender, sent at that hour");
      before.add(entry);
    }
    List<String> roots = before.stream().map(CapLog.Entry::root).distinct().toList();
    return begin(one, roots.getFirst())
        .thenCompose(begun -> go(one, begun, roots, before.stream().map(e -> e.notice()).toList()));
  }

  private CompletableFuture<CapLog.Begun> begin(Case one, String root) {
    return log.begin(
        one.alert(), one.source().id(), one.signed(), one.file(), root, clock.instant());
  }

  private CompletableFuture<CapRuling> go(
      Case one, CapLog.Begun begun, List<String> roots, List<String> earlier) {
    return switch (begun) {
      case CapLog.Begun.Taken() ->
          completedFuture(
              CapRuling.Refused.of(
                  Fault.DUPLICATE, "alert/identifier", "another alert has had it: give a new one"));
      case CapLog.Begun.Again(String notice) ->
          desk.read(one.hand(), notice).thenCompose(ruling -> again(one, ruling));
      case CapLog.Begun.Fresh() ->
          advance(one, roots)
              .thenCompose(
                  newest ->
                      newest
                          ? make(one, earlier)
                          : refused(
                              Fault.OVERTAKEN,
                              "names what a later alert has changed or taken back"));
    };
  }

  /** A draft that nobody has touched may have been left there by a process that died. */
  private CompletableFuture<CapRuling> again(Case one, Ruling<Notice> ruling) {
    boolean left =
        ruling instanceof Ruling.Shown<Notice>(Versioned<Notice> now, var history)
            && now.version() == 0
            && now.thing().state() == State.DRAFT;
    return left && ruling instanceof Ruling.Shown<Notice> shown
        ? submit(one, shown.now())
        : completedFuture(told(ruling, List.of("known before")));
  }

  /** One thread after the other: a later alert in any of them stops it. */
  private CompletableFuture<Boolean> advance(Case one, List<String> roots) {
    boolean ends = one.signed() && one.alert().type().equals("Cancel");
    CompletableFuture<Boolean> all = completedFuture(true);
    for (String root : roots)
      all =
          all.thenCompose(
              so -> so ? log.advance(root, one.alert(), one.file(), ends) : completedFuture(false));
    return all;
  }

  private CompletableFuture<CapRuling> make(Case one, List<String> earlier) {
    CompletableFuture<List<Notice>> read = completedFuture(new ArrayList<>());
    for (String id : earlier)
      read =
          read.thenCombine(
              desk.read(one.hand(), id),
              (all, ruling) -> {
                if (ruling instanceof Ruling.Shown<Notice> shown) all.add(shown.now().thing());
                return all;
              });
    return read.thenCompose(notices -> make(one, notices, earlier.size()));
  }

  private CompletableFuture<CapRuling> make(Case one, List<Notice> earlier, int wanted) {
    if (earlier.size() < wanted)
      return refused(Fault.OUTSIDE, "names a notice that is not yours to change");
    List<Notice> heard = earlier.stream().filter(Notice::heard).toList();
    List<Notice> waiting = earlier.stream().filter(n -> !n.heard() && !n.state().ended()).toList();
    boolean cancel = one.alert().type().equals("Cancel");
    if (cancel && heard.isEmpty() && (waiting.isEmpty() || !one.signed()))
      return refused(Fault.REFUSED, "what it takes back has not been sent");
    return withdraw(one, waiting, cancel ? TAKEN_BACK : REPLACED)
        .thenCompose(
            _ ->
                cancel && heard.isEmpty()
                    ? desk.read(one.hand(), waiting.getFirst().id())
                        .thenCompose(ruling -> remember(one, ruling, List.of(TAKEN_BACK)))
                    : draft(one, heard));
  }

  /** What nobody has heard yet is not sent any more; unsigned words stop nothing. */
  private CompletableFuture<Void> withdraw(Case one, List<Notice> waiting, String note) {
    CompletableFuture<Void> all = completedFuture(null);
    if (!one.signed()) return all;
    for (Notice notice : waiting) {
      String writeId = one.file() + ' ' + notice.id();
      all =
          all.thenCompose(_ -> desk.cancel(one.hand(), notice.id(), note, writeId))
              .thenApply(_ -> null);
    }
    return all;
  }

  private CompletableFuture<CapRuling> draft(Case one, List<Notice> heard) {
    NoticeFacts facts;
    try {
      facts = facts(one, heard);
    } catch (IllegalArgumentException e) {
      return completedFuture(
          CapRuling.Refused.of(Fault.REFUSED, "alert", String.valueOf(e.getMessage())));
    }
    return desk.draft(one.hand(), facts, one.file())
        .thenCompose(
            ruling ->
                ruling instanceof Ruling.Done<Notice> done
                    ? remember(one, ruling, List.of()).thenCompose(_ -> submit(one, done.now()))
                    : completedFuture(told(ruling, List.of())));
  }

  private NoticeFacts facts(Case one, List<Notice> heard) {
    List<String> references = heard.stream().map(Notice::id).toList();
    boolean cancel = one.alert().type().equals("Cancel");
    Kind kind = heard.isEmpty() ? Kind.ALERT : cancel ? Kind.CANCEL : Kind.UPDATE;
    boolean placed =
        !one.alert().infos().isEmpty() && !one.alert().infos().getFirst().areas().isEmpty();
    if (placed) return CapNotice.facts(one.alert(), one.source(), kind, references, geocodes.get());
    // A cancellation that says nothing itself takes back what was said, in its words.
    Instant now = clock.instant();
    NoticeFacts last = heard.getLast().facts();
    Instant until = last.until().isAfter(now) ? last.until() : now.plus(CapNotice.USUAL);
    Origin origin = CapNotice.origin(one.alert(), one.source());
    return last.takenBack(references, now, until, origin);
  }

  /** What is signed is handed in, unless somebody has to look at it first. */
  private CompletableFuture<CapRuling> submit(Case one, Versioned<Notice> draft) {
    Notice notice = draft.thing();
    String why = why(one);
    if (!why.isEmpty()) return completedFuture(new CapRuling.Taken(notice, List.of(why)));
    return desk.submit(one.hand(), notice.id(), draft.version(), one.file() + " submit")
        .thenApply(
            ruling ->
                switch (ruling) {
                  case Ruling.Done<Notice> done ->
                      new CapRuling.Taken(done.now().thing(), List.of());
                  case Ruling.Refused<Notice> refused ->
                      new CapRuling.Taken(notice, List.of("a draft: " + refused.what()));
                  default -> new CapRuling.Taken(notice, List.of("a draft: it has been changed"));
                });
  }

  /** Why it is a draft; "" when it goes. */
  private static String why(Case one) {
    if (!one.signed()) return "a draft: it is not signed by its source";
    if (one.alert().status().equals("Draft")) return "a draft, as it says";
    return CapNotice.isWhole(one.alert()) ? "" : "a draft: its words were cut to fit";
  }

  private CompletableFuture<CapRuling> remember(
      Case one, Ruling<Notice> ruling, List<String> remarks) {
    CapRuling told = told(ruling, remarks);
    return told instanceof CapRuling.Taken taken
        ? log.become(one.alert(), one.file(), taken.notice().id()).thenApply(_ -> told)
        : completedFuture(told);
  }

  private static CapRuling told(Ruling<Notice> ruling, List<String> remarks) {
    return switch (ruling) {
      case Ruling.Done<Notice> done -> new CapRuling.Taken(done.now().thing(), remarks);
      case Ruling.Shown<Notice> shown -> new CapRuling.Taken(shown.now().thing(), remarks);
      case Ruling.Overtaken<Notice> overtaken ->
          CapRuling.Refused.of(Fault.REFUSED, "alert", "it is being changed by somebody else");
      case Ruling.Refused<Notice> refused ->
          refused.reason() == Ruling.Reason.NO_RIGHT
              ? CapRuling.Refused.of(Fault.OUTSIDE, "alert", "reaches beyond the territory")
              : CapRuling.Refused.of(Fault.REFUSED, "alert", refused.what());
    };
  }

  private static CompletableFuture<CapRuling> refused(Fault fault, String what) {
    return completedFuture(CapRuling.Refused.of(fault, "alert/references", what));
  }
}
