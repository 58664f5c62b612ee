package ma.jisr.service.notices.notice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Language;
import org.jspecify.annotations.Nullable;

/**
 * An official notice and what has become of it. Immutable; who changed what is its history, kept
 * beside it.
 *
 * @param id random, stable, unique; also that of its mailing
 * @param code by which people ask for it (INFO code): see {@link NoticeCode}
 * @param facts what it says
 * @param state where it stands
 * @param author the account that wrote it
 * @param writers the accounts that have had a hand in what it says, the author too
 * @param way by which it was written
 * @param texts the SMS as they go, by language; fixed when it is handed in, empty before
 * @param lists of subscribers that it is for: see {@link Aiming}; fixed when it is handed in, empty
 *     before. What refers to another goes to those who got that one
 * @param digest of all that is approved: see {@link Digest}; "" before it is handed in
 * @param emergency whether it goes at once and is reviewed afterwards
 * @param reach whom it was about to reach; null before it is handed in
 * @param approvals of this digest
 * @param review of an emergency afterwards; null until then
 * @param started when its sending began; null before
 * @param ended when nothing more was going to become of it; null before
 * @param outcome whom it has reached, once that is final; null before
 * @param note why it was sent back or taken back, one line; "" for nothing
 */
public record Notice(
    String id,
    String code,
    NoticeFacts facts,
    State state,
    String author,
    Set<String> writers,
    Way way,
    Map<Language, String> texts,
    Set<String> lists,
    String digest,
    boolean emergency,
    @Nullable Reach reach,
    List<Approval> approvals,
    @Nullable Review review,
    @Nullable Instant started,
    @Nullable Instant ended,
    @Nullable Outcome outcome,
    String note) {
  /** Longest id, characters. */
  public static final int MAX_ID = 64;

  /** Longest note, characters. */
  public static final int MAX_NOTE = 200;

  /** Most accounts that write one notice. */
  public static final int MOST_WRITERS = 20;

  /**
   * @throws IllegalArgumentException naming what cannot be
   */
  public Notice {
    if (id.isBlank() || id.length() > MAX_ID)
      throw new IllegalArgumentException("id must have 1 to " + MAX_ID + " characters");
    if (!NoticeCode.isCode(code))
      throw new IllegalArgumentException("code '" + code + "' " + NoticeCode.RULE);
    writers = Set.copyOf(writers);
    texts = Map.copyOf(texts);
    lists = Set.copyOf(lists);
    approvals = List.copyOf(approvals);
  }

  /** One that somebody has begun to write. */
  static Notice draft(String id, String code, NoticeFacts facts, Hand hand) {
    String author = hand.actor().id();
    return new Notice(
        id,
        code,
        facts,
        State.DRAFT,
        author,
        Set.of(author),
        hand.way(),
        Map.of(),
        Set.of(),
        "",
        false,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        "");
  }

  /** Whether it passes quiet hours, mutes and STOP. */
  public boolean extreme() {
    return facts.extreme();
  }

  /** Whether it is true now: on its way or arrived, not over and not taken back. */
  public boolean current(Instant now) {
    return heard()
        && state != State.CANCELLED
        && facts.kind() != Kind.CANCEL
        && now.isBefore(facts.until());
  }

  /** Whether anybody has been sent it, or is being. */
  public boolean heard() {
    return started != null;
  }

  /** Whether a second person still has to look at it, who was not asked before it went. */
  public boolean unreviewed() {
    return emergency && review == null && heard();
  }

  /**
   * Whether something is left to be done with it: it has not ended, or what it came to is not known
   * yet.
   */
  public boolean open() {
    return !state.ended() || (started != null && outcome == null);
  }

  /** What changes of it. */
  Edition edit() {
    return new Edition(this);
  }
}
