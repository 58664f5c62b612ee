package ma.jisr.service.notices.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import ma.jisr.base.Actor;
import ma.jisr.map.ledger.Edit;
import ma.jisr.map.ledger.Ledger;
import ma.jisr.map.ledger.Next;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.service.notices.mailing.Mailings;
import ma.jisr.service.notices.mailing.Progress;
import ma.jisr.service.notices.mailing.Progress.Stage;

/**
 * Does what is due for a notice: begins it at its time, has its mailing follow what people decide,
 * and notes what became of it. What the document says is written first and done afterwards, as
 * often as need be: whoever looks after a crash, on any node, goes on. Callable from any thread.
 */
final class Runner {
  /** After a mailing's end: so long receipts are waited for until its outcome is final. */
  static final Duration RECEIPTS = Duration.ofDays(2);

  private final Ledger<Notice> ledger;
  private final Mailings mailings;
  private final Posting posting;
  private final NoticeBook book;
  private final Alarm alarm;
  private final Crier crier;
  private final InstantSource clock;

  /**
   * @param alarm tells those who are to know of an emergency
   * @param crier has it said aloud
   */
  Runner(
      Ledger<Notice> ledger,
      Mailings mailings,
      Posting posting,
      NoticeBook book,
      Alarm alarm,
      Crier crier,
      InstantSource clock) {
    this.ledger = ledger;
    this.mailings = mailings;
    this.posting = posting;
    this.book = book;
    this.alarm = alarm;
    this.crier = crier;
    this.clock = clock;
  }

  /** Does what is due of all that are open; one after the other, gives how many. */
  CompletableFuture<Integer> look() {
    List<Notice> open = book.open();
    CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
    for (Notice notice : open) all = all.thenCompose(_ -> step(notice).thenApply(_ -> null));
    return all.thenApply(_ -> open.size());
  }

  /** Does what is due of one; gives it as it is afterwards. */
  CompletableFuture<Notice> step(Notice notice) {
    Instant now = clock.instant();
    boolean late = !now.isBefore(notice.facts().until());
    return switch (notice.state()) {
      case DRAFT, IN_REVIEW -> late ? expire(notice) : same(notice);
      case APPROVED, SCHEDULED -> {
        if (late) yield expire(notice);
        yield now.isBefore(notice.facts().from()) ? same(notice) : start(notice);
      }
      case SENDING, PAUSED -> follow(notice, late);
      case DONE, CANCELLED, EXPIRED -> notice.open() ? settle(notice) : same(notice);
    };
  }

  private CompletableFuture<Notice> start(Notice notice) {
    return write(notice, Deed.START, next -> next.started(clock.instant()))
        .thenCompose(
            started -> started.state() == State.SENDING ? follow(started, false) : same(started));
  }

  private CompletableFuture<Notice> follow(Notice notice, boolean late) {
    return mailings
        .progress(notice.id())
        .thenCompose(
            progress -> {
              if (progress.isEmpty()) return late ? expire(notice) : begin(notice);
              return follow(notice, progress.get());
            });
  }

  /**
   * Not begun yet as far as is known: said again, it changes nothing. Phones do not wait until all
   * relays are asked; who was not asked before a crash is by a later look.
   */
  private CompletableFuture<Notice> begin(Notice notice) {
    return alarmed(notice)
        .thenCompose(_ -> replace(notice))
        .thenCompose(_ -> mailings.begin(posting.mailing(notice, clock.instant())))
        .thenCompose(_ -> crier.ask(notice))
        .thenApply(_ -> notice);
  }

  private CompletableFuture<Void> alarmed(Notice notice) {
    return notice.emergency() ? alarm.raise(notice) : CompletableFuture.completedFuture(null);
  }

  private CompletableFuture<Notice> follow(Notice notice, Progress progress) {
    Stage stage = progress.stage();
    if (stage == Stage.EXPIRED) return expire(notice);
    if (stage == Stage.CANCELLED) return write(notice, Deed.CANCEL, this::ended);
    CompletableFuture<Boolean> asked =
        notice.state() == State.PAUSED
            ? CompletableFuture.completedFuture(true)
            : crier.ask(notice);
    return asked.thenCompose(all -> follow(notice, stage, all));
  }

  /** It is not over before relays have been asked, either. */
  private CompletableFuture<Notice> follow(Notice notice, Stage stage, boolean asked) {
    if (stage == Stage.DONE) return asked ? write(notice, Deed.FINISH, this::ended) : same(notice);
    boolean paused = stage == Stage.PAUSED;
    if (paused == (notice.state() == State.PAUSED)) return same(notice);
    CompletableFuture<Boolean> told =
        paused ? mailings.resume(notice.id()) : mailings.pause(notice.id());
    return told.thenApply(_ -> notice);
  }

  /** What it overtakes goes no further: who gets both gets the newer one last. */
  private CompletableFuture<Void> replace(Notice notice) {
    CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
    for (String id : posting.before(notice)) {
      Optional<Notice> earlier = book.byId(id).filter(one -> !one.state().ended());
      if (earlier.isEmpty()) continue;
      all =
          all.thenCompose(
                  _ ->
                      write(
                          earlier.get(),
                          Deed.CANCEL,
                          "by " + notice.id(),
                          next -> ended(next).note(Posting.replaced(notice))))
              .thenCompose(this::settle)
              .thenApply(_ -> null);
    }
    return all;
  }

  /** It is over: nothing more of it goes, and when receipts have come what it came to is noted. */
  CompletableFuture<Notice> settle(Notice notice) {
    crier.forget(notice.id());
    if (!notice.heard()) return same(notice);
    return mailings
        .progress(notice.id())
        .thenCompose(
            found -> {
              if (found.isEmpty()) return same(notice);
              Progress progress = found.get();
              if (!progress.stage().over())
                return mailings.cancel(notice.id()).thenApply(_ -> notice);
              return counted(notice, progress) ? outcome(notice, progress) : same(notice);
            });
  }

  private boolean counted(Notice notice, Progress progress) {
    Instant ended = notice.ended();
    long known = progress.delivered() + progress.failed() + progress.unknown();
    boolean late = ended != null && clock.instant().isAfter(ended.plus(RECEIPTS));
    return late || known >= progress.sent();
  }

  private CompletableFuture<Notice> outcome(Notice notice, Progress progress) {
    Outcome outcome =
        new Outcome(
            progress.total(),
            progress.sent(),
            progress.delivered(),
            progress.failed(),
            progress.unknown(),
            clock.instant());
    return edit(notice, "outcome", "", before -> Next.is(before.edit().outcome(outcome).done()));
  }

  private CompletableFuture<Notice> expire(Notice notice) {
    return write(notice, Deed.EXPIRE, this::ended).thenCompose(this::settle);
  }

  private Edition ended(Edition next) {
    return next.ended(clock.instant());
  }

  private static CompletableFuture<Notice> same(Notice notice) {
    return CompletableFuture.completedFuture(notice);
  }

  private CompletableFuture<Notice> write(Notice notice, Deed deed, UnaryOperator<Edition> change) {
    return write(notice, deed, "", change);
  }

  private CompletableFuture<Notice> write(
      Notice notice, Deed deed, String cause, UnaryOperator<Edition> change) {
    return edit(
        notice,
        deed.name().toLowerCase(Locale.ROOT),
        cause,
        before -> Moves.of(before, deed, false, change));
  }

  /** One write whichever node makes it: its name is made of what it does. */
  private CompletableFuture<Notice> edit(
      Notice notice, String deed, String cause, Function<Notice, Next<Notice>> next) {
    Actor clockwork = NoticeRights.CLOCK;
    String writeId = "notices " + deed + ' ' + notice.id() + cause;
    return ledger
        .edit(
            new Edit<>(
                clockwork,
                deed,
                notice.id(),
                null,
                _ -> true,
                entry -> next.apply(entry.thing()),
                writeId))
        .thenApply(
            ruling -> ruling instanceof Ruling.Done<Notice> done ? done.now().thing() : notice);
  }
}
