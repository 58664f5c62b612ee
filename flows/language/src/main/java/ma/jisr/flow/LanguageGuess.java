package ma.jisr.flow;

import java.util.Optional;
import ma.jisr.base.Language;

/** The port that says in which language a text is written. */
@FunctionalInterface
public interface LanguageGuess {
  /** Knows nothing: the script and the start word used decide. */
  LanguageGuess NONE = text -> Optional.empty();

  /** Pure and quick; empty when unsure. */
  Optional<Language> guess(String text);
}
