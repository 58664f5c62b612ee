package ma.jisr.service.notices.mailing;

import java.time.Instant;
import ma.jisr.flow.port.carry.Carrier;
import ma.jisr.flow.port.carry.Line;
import org.jspecify.annotations.Nullable;

/**
 * A mailing on its way: its document.
 *
 * @param mailing what is sent to whom
 * @param word what is to happen with it
 * @param laid whether all its recipients have been laid down
 * @param chunks of them that have
 * @param people in these
 * @param owner who is laying them down; "" for nobody
 * @param lease until when nobody else does
 * @param begun when laying down began; null before
 * @param ended when nothing was left to be sent; null before
 * @param doubt most people in doubt after a crash of one node, as the links were
 * @param report frozen once no receipts come any more; null before
 */
record Course(
    Mailing mailing,
    Word word,
    boolean laid,
    int chunks,
    long people,
    String owner,
    Instant lease,
    @Nullable Instant begun,
    @Nullable Instant ended,
    int doubt,
    @Nullable String report) {
  /** What is to happen with a mailing. */
  enum Word {
    GO,
    PAUSED,
    CANCELLED,
    /** Its time was over before all had been sent. */
    EXPIRED
  }

  static Course of(Mailing mailing) {
    return new Course(mailing, Word.GO, false, 0, 0, "", Instant.EPOCH, null, null, 0, null);
  }

  /** Whether nothing more is handed out, for good. */
  boolean over() {
    return ended != null || word == Word.CANCELLED || word == Word.EXPIRED;
  }

  /** Whether parcels may be handed out now. */
  boolean goes(Instant now) {
    return !over() && word == Word.GO && due(now) && !quiet(now);
  }

  private boolean due(Instant now) {
    return !now.isBefore(mailing.from()) && now.isBefore(mailing.until());
  }

  boolean quiet(Instant now) {
    return !mailing.extreme() && mailing.quiet().isPresent() && mailing.quiet().get().has(now);
  }

  /** Until when what is handed out now may still leave. */
  Instant latest(Instant now, Instant bound) {
    if (mailing.extreme() || mailing.quiet().isEmpty()) return bound;
    Instant quiet = mailing.quiet().get().start(now);
    return quiet.isBefore(bound) ? quiet : bound;
  }

  Progress.Stage stage(Instant now) {
    if (word == Word.CANCELLED) return Progress.Stage.CANCELLED;
    if (word == Word.EXPIRED) return Progress.Stage.EXPIRED;
    if (ended != null) return Progress.Stage.DONE;
    if (word == Word.PAUSED) return Progress.Stage.PAUSED;
    return goes(now) ? Progress.Stage.SENDING : Progress.Stage.WAITING;
  }

  /** Why nothing goes; what the links say is asked of the node's own. */
  Progress.Wait waits(Instant now, Carrier carrier) {
    if (over()) return Progress.Wait.NOTHING;
    if (word == Word.PAUSED) return Progress.Wait.PAUSED;
    if (now.isBefore(mailing.from())) return Progress.Wait.TIME;
    if (quiet(now)) return Progress.Wait.QUIET_HOURS;
    if (carrier.lines().stream().noneMatch(Line::up)) return Progress.Wait.LINKS_DOWN;
    boolean full = !mailing.extreme() && carrier.spent(mailing.feature());
    return full ? Progress.Wait.CEILING : Progress.Wait.NOTHING;
  }

  Course with(Word other) {
    return new Course(
        mailing, other, laid, chunks, people, owner, lease, begun, ended, doubt, report);
  }

  Course owned(String by, Instant until, Instant now, int doubts) {
    return new Course(
        mailing,
        word,
        laid,
        chunks,
        people,
        by,
        until,
        begun == null ? now : begun,
        ended,
        Math.max(doubt, doubts),
        report);
  }

  Course laid(int many, long persons, boolean all, Instant until) {
    return new Course(mailing, word, all, many, persons, owner, until, begun, ended, doubt, report);
  }

  Course ended(Instant now) {
    return new Course(mailing, word, laid, chunks, people, owner, lease, begun, now, doubt, report);
  }

  Course reported(String json) {
    return new Course(mailing, word, laid, chunks, people, owner, lease, begun, ended, doubt, json);
  }
}
