package ma.jisr.service.challenges.follow;

import java.util.List;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.service.challenges.register.Challenge;
import ma.jisr.service.challenges.register.Challenge.State;
import ma.jisr.service.challenges.register.Keeper;
import org.jspecify.annotations.Nullable;

/**
 * What of a challenge has been told to those whom it concerns.
 *
 * @param state that they know of
 * @param reads what it said, as one text
 * @param keepers pseudonyms of who answered for it
 * @param version of it that was looked at
 * @param spread news that are still under way; null for none
 */
record Seen(
    State state, String reads, List<String> keepers, long version, @Nullable Spread spread) {
  /** Of what nobody has heard. */
  static final Seen NOTHING = new Seen(State.DRAFT, "", List.of(), -1, null);

  Seen {
    keepers = List.copyOf(keepers);
  }

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

  static Seen of(Challenge challenge, long version, @Nullable Spread spread) {
    return new Seen(
        challenge.state(),
        reads(challenge),
        challenge.facts().keepers().stream().map(Keeper::who).toList(),
        version,
        spread);
  }

  /** All that people read of it; who answers for it they do not. */
  private static String reads(Challenge challenge) {
    StringBuilder reads = new StringBuilder();
    reads.append(JsonFields.texts(challenge.title()));
    reads.append(JsonFields.texts(challenge.facts().goal()));
    challenge.facts().questions().forEach(one -> reads.append(JsonFields.texts(one)));
    return Integer.toHexString(reads.toString().hashCode()) + '-' + reads.length();
  }

  Seen with(@Nullable Spread next) {
    return new Seen(state, reads, keepers, version, next);
  }
}
