package ma.jisr.base.text;

/** The decimal digits of any script, read as 0-9: Arabic text in Morocco has both sets. */
public final class Digits {
  private Digits() {}

  /** The text with every decimal digit (٠-٩, ۰-۹ and others) written 0-9; the rest unchanged. */
  public static String western(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isDigit(c)) out.append(Character.digit(c, 10));
              else out.appendCodePoint(c);
            });
    return out.toString();
  }
}
