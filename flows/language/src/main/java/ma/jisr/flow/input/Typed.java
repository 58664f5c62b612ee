package ma.jisr.flow.input;

import java.util.List;
import ma.jisr.base.text.Digits;
import ma.jisr.base.text.TextFold;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed, in the forms in which it is compared: each is made once a turn, when it is
 * first asked for. For one thread.
 */
public final class Typed {
  private final String text;
  private @Nullable String digits;
  private @Nullable List<String> words;
  private @Nullable String command;

  public Typed(String text) {
    this.text = text;
  }

  /** As it came. */
  public String text() {
    return text;
  }

  /** Without blanks at its ends, all digits 0-9. */
  public String digits() {
    String made = digits;
    if (made == null) digits = made = Digits.western(text.strip());
    return made;
  }

  /** Whether it is made of digits and signs alone: no wish is said without letters. */
  public boolean isFigures() {
    return text.codePoints().noneMatch(Character::isLetter)
        && text.codePoints().anyMatch(Character::isDigit);
  }

  /** Its folded words. */
  public List<String> words() {
    List<String> made = words;
    if (made == null) words = made = TextFold.words(text);
    return made;
  }

  /** As a command is matched: {@link TextFold#command(String)}. */
  public String command() {
    String made = command;
    if (made == null) command = made = TextFold.command(words());
    return made;
  }
}
