package ma.jisr.nlp.train;

import java.util.List;
import ma.jisr.nlp.Intent;
import ma.jisr.nlp.model.Ranking;
import ma.jisr.nlp.model.Reader;
import ma.jisr.nlp.model.Reading;
import ma.jisr.nlp.model.Verdict;

/** A message as it was understood by models that its author had no part in. */
record Judged(Example example, Reading reading) {
  Ranking ranking() {
    return reading.ranking();
  }

  /** Whether the intent that is meant is the likeliest. */
  boolean right() {
    return ranking().best().intent() == example.intent();
  }

  boolean asks() {
    return reading.verdict() instanceof Verdict.Ask;
  }

  boolean answeredRight() {
    return !asks() && right();
  }

  boolean answeredWrong() {
    return !asks() && !right();
  }

  /** Whether the person gets there: answered rightly, or asked with the right line in the menu. */
  boolean handled() {
    return reading.verdict() instanceof Verdict.Ask(List<Intent> menu)
        ? example.intent() == Intent.NONE || menu.contains(example.intent())
        : right();
  }

  /** Whether the intent is first, or among the three likeliest. */
  boolean inThree() {
    return ranking().candidates().stream()
        .limit(Reader.MENU)
        .anyMatch(candidate -> candidate.intent() == example.intent());
  }

  boolean isOutOfScope() {
    return example.intent() == Intent.NONE;
  }

  boolean tongueRight() {
    return ranking().tongue() == example.tongue();
  }
}
