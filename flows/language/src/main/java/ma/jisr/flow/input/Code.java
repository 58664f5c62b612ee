package ma.jisr.flow.input;

import java.util.Locale;
import ma.jisr.base.text.Digits;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.value.Value;

/**
 * Reads codes: letters and digits of any script, capitals; where only digits are left but for O, I
 * and l, these are read as 0 and 1.
 */
final class Code {
  private static final int MAX_LENGTH = 24;

  private Code() {}

  static Reading read(String text, Step.Bounds bounds) {
    String typed = Digits.western(text).replaceAll("[\\s.#*-]", "");
    if (typed.isEmpty() || !typed.matches("[A-Za-z0-9]+")) return Reading.WRONG;
    boolean number = typed.matches("[0-9OoIl]+") && typed.matches(".*[0-9].*");
    String code =
        number
            ? typed.replaceAll("[Oo]", "0").replaceAll("[Il]", "1")
            : typed.toUpperCase(Locale.ROOT);
    boolean fits =
        code.length() >= bounds.least() && code.length() <= Math.min(bounds.most(), MAX_LENGTH);
    if (fits) return new Reading.Taken(new Value.Text(code));
    // Words are no code of another length: they may be a wish.
    boolean words = !number && text.strip().indexOf(' ') > 0;
    return words ? Reading.WRONG : new Reading.Outside();
  }
}
