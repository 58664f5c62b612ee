package ma.jisr.nlp.model;

import java.util.List;
import ma.jisr.nlp.Intent;
import ma.jisr.nlp.Tongue;

/**
 * Every intent with its probability, likeliest first, and the language of the message.
 *
 * @param candidates each intent once
 */
public record Ranking(List<Candidate> candidates, Tongue tongue) {
  /**
   * An intent that may be meant.
   *
   * @param probability 0 to 1
   */
  public record Candidate(Intent intent, double probability) {}

  public Ranking {
    candidates = List.copyOf(candidates);
  }

  public Candidate best() {
    return candidates.getFirst();
  }

  public double probability(Intent intent) {
    for (Candidate candidate : candidates)
      if (candidate.intent() == intent) return candidate.probability();
    return 0;
  }
}
