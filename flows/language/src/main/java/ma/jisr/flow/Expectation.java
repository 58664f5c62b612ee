package ma.jisr.flow;

import java.util.HashSet;
import java.util.Set;
import ma.jisr.base.text.TextFold;
import ma.jisr.flow.input.Typed;
import ma.jisr.flow.model.Step;

/** Whether a wrong answer looks like an attempt at the right one. */
final class Expectation {
  /** Shorter words are in every language's grammar. */
  private static final int LEAST_LETTERS = 3;

  private Expectation() {}

  /** Whether the text has a digit where digits are asked for, or a word of an option on offer. */
  static boolean meets(Draft draft, Typed text) {
    Step step = draft.step().orElse(null);
    if (!(step instanceof Step.Ask ask)) return false;
    return (ofDigits(ask.type()) && text.text().codePoints().anyMatch(Character::isDigit))
        || hasWord(draft, ask, text);
  }

  private static boolean ofDigits(Step.Type type) {
    return switch (type) {
      case NUMBER, CODE, AMOUNT, MSISDN, DATE, SLOT -> true;
      case CHOICE, YESNO, PLACE, TEXT -> false;
    };
  }

  private static boolean hasWord(Draft draft, Step.Ask ask, Typed text) {
    Set<String> typed = new HashSet<>(text.words());
    for (Options.Offered offered : new Options(draft).of(ask))
      for (String name : offered.candidate().names())
        for (String word : TextFold.words(name))
          if (word.length() >= LEAST_LETTERS && typed.contains(word)) return true;
    return false;
  }
}
