package ma.jisr.service.notices.notice;

import java.util.Locale;
import java.util.Optional;

/** The constants of this package as the Common Alerting Protocol spells them: "AllClear", "Met". */
public final class CapWord {
  private CapWord() {}

  public static String of(Enum<?> constant) {
    if (constant == Category.CBRNE) return constant.name();
    StringBuilder word = new StringBuilder();
    for (String part : constant.name().split("_", -1))
      word.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
    return word.toString();
  }

  /** The constant of a word, as it is spelt; empty for another word. */
  public static <E extends Enum<E>> Optional<E> in(Class<E> type, String word) {
    for (E constant : type.getEnumConstants())
      if (of(constant).equals(word)) return Optional.of(constant);
    return Optional.empty();
  }
}
