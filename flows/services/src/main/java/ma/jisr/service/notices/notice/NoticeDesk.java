package ma.jisr.service.notices.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import ma.jisr.map.ledger.CodeBook;
import ma.jisr.map.ledger.Edit;
import ma.jisr.map.ledger.Entry;
import ma.jisr.map.ledger.Ledger;
import ma.jisr.map.ledger.Next;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.ledger.Shelf;
import ma.jisr.service.notices.area.Area;
import org.jspecify.annotations.Nullable;

/**
 * Where notices are written, handed in, approved and taken back, whoever wants it and whichever way
 * they come. Every change is one durable write with its history in it, behind an entry of the feed.
 * Repeated with its {@code writeId} it is not made again, and its outcome is told. What is refused
 * names its field before a colon: {@code state}, {@code author}, {@code limit}, {@code digest}…
 * From any thread.
 */
public final class NoticeDesk {
  /** How long a cancellation is true at least: until those who are out have read it. */
  private static final Duration CANCELLED = Duration.ofHours(6);

  private final Ledger<Notice> ledger;
  private final Shelf<Notice> shelf;
  private final CodeBook codes;
  private final Handing handing;
  private final Access access;
  private final Previews previews;
  private final Runner runner;
  private final InstantSource clock;

  NoticeDesk(
      Ledger<Notice> ledger,
      Shelf<Notice> shelf,
      CodeBook codes,
      Handing handing,
      Access access,
      Runner runner,
      InstantSource clock) {
    this.ledger = ledger;
    this.shelf = shelf;
    this.codes = codes;
    this.handing = handing;
    this.access = access;
    this.previews = new Previews(shelf, handing, access);
    this.runner = runner;
    this.clock = clock;
  }

  /** Begins a notice; nobody hears of it yet. */
  public CompletableFuture<Ruling<Notice>> draft(Hand hand, NoticeFacts facts, String writeId) {
    return access
        .sure(hand, Deed.WRITE, facts.area())
        .thenCompose(may -> may ? drafted(hand, facts, writeId) : now(Ruling.noRight()));
  }

  private CompletableFuture<Ruling<Notice>> drafted(Hand hand, NoticeFacts facts, String writeId) {
    String id = Ledger.id('n', writeId);
    return access
        .referred(hand, facts)
        .thenCompose(
            problem ->
                problem.isEmpty()
                    ? ledger.create(
                        hand.actor(), word(Deed.WRITE), id, () -> made(hand, facts, id), writeId)
                    : now(Ruling.invalid(problem)));
  }

  private CompletableFuture<Next<Notice>> made(Hand hand, NoticeFacts facts, String id) {
    return codes.free(id).thenApply(code -> Next.is(Notice.draft(id, code, facts, hand)));
  }

  /**
   * Writes on one that has not begun to go out; it is a draft again, whatever was approved.
   *
   * @param version that the hand has seen; null when it does not matter
   */
  public CompletableFuture<Ruling<Notice>> change(
      Hand hand, String id, @Nullable Long version, NoticeFacts facts, String writeId) {
    return access
        .referred(hand, facts)
        .thenCompose(
            problem ->
                problem.isEmpty()
                    ? edit(
                        hand,
                        Deed.CHANGE,
                        id,
                        version,
                        notice ->
                            notice.writers().size() >= Notice.MOST_WRITERS
                                ? Next.not("author: too many have written on it")
                                : Moves.of(
                                    notice,
                                    Deed.CHANGE,
                                    false,
                                    next -> next.written(facts, hand.actor().id())),
                        writeId)
                    : now(Ruling.invalid(problem)));
  }

  /**
   * Hands a draft in: its words and whom it reaches are fixed. It goes at its time, or waits for a
   * second person where it is large; an emergency within its limits goes at once.
   */
  public CompletableFuture<Ruling<Notice>> submit(
      Hand hand, String id, @Nullable Long version, String writeId) {
    return found(
        hand,
        Deed.SUBMIT,
        id,
        entry -> {
          if (entry.has(writeId)) return now(new Ruling.Done<>(entry.now()));
          if (!Course.before(Deed.SUBMIT).contains(entry.thing().state()))
            return edit(
                hand,
                Deed.SUBMIT,
                id,
                version,
                n -> Moves.of(n, Deed.SUBMIT, false, x -> x),
                writeId);
          return handing
              .measure(entry.thing(), hand.actor().territory())
              .thenCompose(
                  measured ->
                      handing
                          .take(hand, measured, writeId)
                          .thenCompose(judged -> submit(hand, version, measured, judged, writeId)));
        });
  }

  private CompletableFuture<Ruling<Notice>> submit(
      Hand hand,
      @Nullable Long version,
      Handing.Measured measured,
      Judgement judged,
      String writeId) {
    if (judged.path() == Preview.Path.REFUSED) return now(Ruling.invalid(judged.problem()));
    Instant now = clock.instant();
    boolean emergency = judged.path() == Preview.Path.EMERGENCY;
    Sealing sealing = measured.sealing(emergency, now);
    NoticeFacts facts = measured.notice().facts();
    return edit(
            hand,
            Deed.SUBMIT,
            measured.notice().id(),
            version,
            notice ->
                notice.facts().equals(facts)
                    ? Moves.of(
                        notice,
                        Deed.SUBMIT,
                        judged.path() == Preview.Path.REVIEW,
                        facts.from().isAfter(now),
                        next -> next.sealed(sealing, hand.actor().id()).note(""))
                    : Next.not("state: somebody has just changed it"),
            writeId)
        .thenCompose(this::begun);
  }

  /** What goes now is not left for the keeper's next look; a failure here is. */
  private CompletableFuture<Ruling<Notice>> begun(Ruling<Notice> ruling) {
    if (!(ruling instanceof Ruling.Done<Notice> done)) return now(ruling);
    Notice notice = done.now().thing();
    if (notice.state() == State.DRAFT || notice.state() == State.IN_REVIEW) return now(ruling);
    return runner
        .step(notice)
        .handle((stepped, failure) -> failure == null && !stepped.equals(notice))
        .thenCompose(changed -> changed ? again(notice.id(), ruling) : now(ruling));
  }

  private CompletableFuture<Ruling<Notice>> again(String id, Ruling<Notice> otherwise) {
    return shelf
        .get(id)
        .thenApply(
            found -> found.<Ruling<Notice>>map(e -> new Ruling.Done<>(e.now())).orElse(otherwise));
  }

  /** What a notice would come to, and how it reads; changes nothing. */
  public CompletableFuture<Ruling<Preview>> preview(Hand hand, NoticeFacts facts) {
    return previews.of(hand, facts);
  }

  /** The same of one that is there. */
  public CompletableFuture<Ruling<Preview>> preview(Hand hand, String id) {
    return previews.of(hand, id);
  }

  /**
   * Agrees with a notice: somebody who has not written on it, with their phone in their hand.
   *
   * @param digest of what they have seen
   */
  public CompletableFuture<Ruling<Notice>> approve(
      Hand hand, String id, String digest, String writeId) {
    if (!hand.sure())
      return found(
          hand,
          Deed.APPROVE,
          id,
          _ -> now(Ruling.invalid("proof: approve with a code sent to your phone")));
    Instant now = clock.instant();
    Approval approval = new Approval(hand.actor().id(), hand.way(), now, digest);
    return edit(
            hand,
            Deed.APPROVE,
            id,
            null,
            notice -> {
              if (notice.writers().contains(hand.actor().id()))
                return Next.not("author: whoever has written on it cannot approve it");
              if (!notice.digest().equals(digest))
                return Next.not("digest: it is not what you have seen");
              if (!now.isBefore(notice.facts().until())) return Next.not("until: it is over");
              return Moves.of(
                  notice,
                  Deed.APPROVE,
                  notice.facts().from().isAfter(now),
                  next -> next.approved(approval));
            },
            writeId)
        .thenCompose(this::begun);
  }

  /** Gives one back to who wrote it. */
  public CompletableFuture<Ruling<Notice>> sendBack(
      Hand hand, String id, String note, String writeId) {
    return move(hand, Deed.SEND_BACK, id, note, Edition::unsealed, writeId);
  }

  /** Holds one that is going out. */
  public CompletableFuture<Ruling<Notice>> pause(Hand hand, String id, String writeId) {
    return move(hand, Deed.PAUSE, id, "", next -> next, writeId).thenCompose(this::begun);
  }

  /** Goes on with it. */
  public CompletableFuture<Ruling<Notice>> resume(Hand hand, String id, String writeId) {
    return move(hand, Deed.RESUME, id, "", next -> next, writeId).thenCompose(this::begun);
  }

  /** Takes one back: who has not got it will not. Nobody is told. */
  public CompletableFuture<Ruling<Notice>> cancel(
      Hand hand, String id, String note, String writeId) {
    Instant now = clock.instant();
    return move(hand, Deed.CANCEL, id, note, next -> next.ended(now), writeId)
        .thenCompose(this::begun);
  }

  /**
   * Takes one back and tells those who got it, at once: gives the cancellation, or the notice
   * itself when nobody can have got it.
   */
  public CompletableFuture<Ruling<Notice>> recall(
      Hand hand, String id, String note, String writeId) {
    return found(
        hand,
        Deed.CANCEL,
        id,
        entry -> {
          Notice notice = entry.thing();
          String cancelId = writeId + " cancel";
          if (!notice.heard()) return cancel(hand, id, note, cancelId);
          CompletableFuture<Ruling<Notice>> stopped =
              notice.state().ended()
                  ? now(new Ruling.Done<>(entry.now()))
                  : cancel(hand, id, note, cancelId);
          return stopped.thenCompose(
              ruling ->
                  ruling instanceof Ruling.Done<Notice>
                      ? told(hand, notice.facts(), id, writeId)
                      : now(ruling));
        });
  }

  private CompletableFuture<Ruling<Notice>> told(
      Hand hand, NoticeFacts facts, String id, String writeId) {
    Instant now = clock.instant();
    Instant until =
        facts.until().isAfter(now.plus(CANCELLED)) ? facts.until() : now.plus(CANCELLED);
    return draft(hand, facts.about(Kind.CANCEL, List.of(id), now, until), writeId + " draft")
        .thenCompose(
            drafted ->
                drafted instanceof Ruling.Done<Notice> done
                    ? submit(hand, done.now().thing().id(), null, writeId + " submit")
                    : now(drafted));
  }

  /** Says what was found when an emergency that had gone at once was looked at. */
  public CompletableFuture<Ruling<Notice>> review(
      Hand hand, String id, String note, String writeId) {
    String line = line(note);
    Review review = new Review(hand.actor().id(), clock.instant(), line);
    return edit(
        hand,
        Deed.REVIEW,
        id,
        null,
        notice -> {
          if (!notice.unreviewed()) return Next.not("state: nothing of it is to be reviewed");
          if (notice.writers().contains(hand.actor().id()))
            return Next.not("author: whoever has written on it cannot review it");
          return Moves.of(notice, Deed.REVIEW, false, next -> next.reviewed(review));
        },
        writeId);
  }

  /** A notice as those see it who write them: Shown, or Refused. */
  public CompletableFuture<Ruling<Notice>> read(Hand hand, String id) {
    return ledger.show(id, false, access.may(hand, Deed.READ));
  }

  /** Who did what with it: Shown, or Refused. */
  public CompletableFuture<Ruling<Notice>> history(Hand hand, String id) {
    return ledger.show(id, true, access.may(hand, Deed.HISTORY));
  }

  private CompletableFuture<Ruling<Notice>> move(
      Hand hand, Deed deed, String id, String note, UnaryOperator<Edition> change, String writeId) {
    String line = line(note);
    return edit(
        hand,
        deed,
        id,
        null,
        notice -> Moves.of(notice, deed, false, next -> change.apply(next).note(line)),
        writeId);
  }

  private CompletableFuture<Ruling<Notice>> edit(
      Hand hand,
      Deed deed,
      String id,
      @Nullable Long version,
      Function<Notice, Next<Notice>> next,
      String writeId) {
    return ledger.edit(
        new Edit<>(
            hand.actor(),
            word(deed),
            id,
            version,
            access.may(hand, deed),
            entry -> next.apply(entry.thing()),
            writeId));
  }

  private <R> CompletableFuture<Ruling<R>> found(
      Hand hand, Deed deed, String id, Function<Entry<Notice>, CompletableFuture<Ruling<R>>> then) {
    return shelf
        .get(id)
        .thenCompose(
            found -> {
              if (found.isEmpty()) return now(Ruling.<R>unknown());
              return access
                  .sure(hand, deed, found.get().thing())
                  .thenCompose(may -> may ? then.apply(found.get()) : now(Ruling.<R>noRight()));
            });
  }

  /** Whether somebody may do this with a notice. */
  public boolean may(Hand hand, Deed deed, Notice notice) {
    return access.may(hand, deed, notice);
  }

  /** Whether somebody may do this with what is for an area. */
  public boolean may(Hand hand, Deed deed, Area area) {
    return access.may(hand, deed, area);
  }

  /** One line of a note, cut to what is kept of it. */
  private static String line(String note) {
    String line = note.strip().replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= Notice.MAX_NOTE ? line : line.substring(0, Notice.MAX_NOTE);
  }

  private static String word(Deed deed) {
    return deed.name().toLowerCase(Locale.ROOT);
  }

  private static <R> CompletableFuture<R> now(R ruling) {
    return CompletableFuture.completedFuture(ruling);
  }
}
