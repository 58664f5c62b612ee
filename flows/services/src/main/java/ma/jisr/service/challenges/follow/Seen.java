package ma.jisr.service.challenges.follow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.service.challenges.offer.OfferRound.About;
import ma.jisr.service.challenges.register.Challenge;
import ma.jisr.service.challenges.register.Challenge.State;
import ma.jisr.service.challenges.register.Keeper;
import org.jspecify.annotations.Nullable;

/**
 * What of a challenge has been told to those whom it concerns, or is being told.
 *
 * @param state that they know of
 * @param reads what it said, as one text
 * @param keepers pseudonyms of who answered for it
 * @param news the number of the last news of it
 * @param since when it came to say something else that is not told yet, milliseconds; 0 for never
 * @param round through the offers that is under way; null for none
 * @param spread to followers that is under way; null for none
 */
record Seen(
    State state,
    String reads,
    List<String> keepers,
    long news,
    long since,
    @Nullable Round round,
    @Nullable Spread spread) {
  /**
   * How long edits are gathered before they are told as one: whoever mends a text saves it a few
   * times, and takes a slip back within minutes. Nobody who has offered is in such a hurry.
   */
  static final Duration GATHER = Duration.ofMinutes(5);

  /** Of what nobody has heard. */
  static final Seen NOTHING = new Seen(State.DRAFT, "", List.of(), 0, 0, null, null);

  Seen {
    keepers = List.copyOf(keepers);
  }

  /**
   * News on their way to who has offered.
   *
   * @param after the cursor of the offers that have been told; "" for none
   */
  record Round(About about, String after) {}

  /**
   * News on their way to followers.
   *
   * @param cause the news' own name, for keys
   * @param lists to which they go
   * @param at the list that is told now
   * @param after the last person of it who was told
   */
  record Spread(String cause, List<String> lists, int at, String after) {
    Spread {
      lists = List.copyOf(lists);
    }
  }

  /** Of a challenge that everybody knows as it is. */
  static Seen of(Challenge challenge) {
    return new Seen(challenge.state(), reads(challenge), who(challenge), 0, 0, null, null);
  }

  private static List<String> who(Challenge challenge) {
    return challenge.facts().keepers().stream().map(Keeper::who).toList();
  }

  /** All that people read of it; who answers for it they do not. */
  private static String reads(Challenge challenge) {
    StringBuilder reads = new StringBuilder();
    reads.append(JsonFields.texts(challenge.title()));
    reads.append(JsonFields.texts(challenge.facts().goal()));
    challenge.facts().questions().forEach(one -> reads.append(JsonFields.texts(one)));
    return Integer.toHexString(reads.toString().hashCode()) + '-' + reads.length();
  }

  /**
   * What is to be told next, held against the challenge as it is: one thing at a time, so that each
   * is told to its end before another begins.
   *
   * @param now null when it is there no more: an import was taken back
   * @param code of it
   * @param lists of its followers
   */
  Seen next(@Nullable Challenge now, String code, List<String> lists, Instant at) {
    if (round != null) return this;
    if (now == null || !now.open()) return ended(now);
    List<String> who = who(now);
    if (state != State.PUBLISHED) {
      Spread appears = new Spread(code + ":" + (news + 1), lists, 0, "");
      return new Seen(State.PUBLISHED, reads(now), who, news + 1, 0, null, appears);
    }
    if (!keepers.containsAll(who)) return told(About.INTRODUCED, reads, who, since);
    Seen same = keepers.equals(who) ? this : of(reads, who, since);
    if (reads(now).equals(reads)) return since == 0 ? same : of(reads, who, 0);
    if (since == 0) return of(reads, who, at.toEpochMilli());
    return at.isBefore(gathered()) ? same : told(About.CHANGED, reads(now), who, 0);
  }

  /** Nobody sees it any more: what was not told is not, but to who has offered that it is over. */
  private Seen ended(@Nullable Challenge now) {
    State then = now == null ? State.DRAFT : now.state();
    boolean over = state != State.CLOSED && (then == State.CLOSED || state == State.PUBLISHED);
    String text = now == null ? "" : reads(now);
    List<String> who = now == null ? List.of() : who(now);
    Round round = over ? new Round(About.CLOSED, "") : null;
    return new Seen(then, text, who, over ? news + 1 : news, 0, round, null);
  }

  private Seen told(About about, String text, List<String> who, long later) {
    return new Seen(state, text, who, news + 1, later, new Round(about, ""), spread);
  }

  private Seen of(String text, List<String> who, long later) {
    return new Seen(state, text, who, news, later, round, spread);
  }

  private Instant gathered() {
    return Instant.ofEpochMilli(since).plus(GATHER);
  }

  /** When it must be looked at again, milliseconds; 0 for not before it changes. */
  long due(Instant now) {
    if (round != null || spread != null) return now.toEpochMilli();
    return since == 0 ? 0 : gathered().toEpochMilli();
  }

  Seen with(@Nullable Round next) {
    return new Seen(state, reads, keepers, news, since, next, spread);
  }

  Seen with(@Nullable Spread next) {
    return new Seen(state, reads, keepers, news, since, round, next);
  }
}
