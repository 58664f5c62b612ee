package ma.jisr.service.challenges.register;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which challenges a text may mean.
 *
 * @param challenges best first; empty when none is alike
 * @param sure whether the first is meant beyond doubt
 * @param theme that was named and nothing else; null for none
 */
public record ChallengeMatches(List<Challenge> challenges, boolean sure, @Nullable Theme theme) {
  public static final ChallengeMatches NONE = new ChallengeMatches(List.of(), false, null);

  public ChallengeMatches {
    challenges = List.copyOf(challenges);
  }
}
