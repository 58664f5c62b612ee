package ma.jisr.base.text;

/** The decimal digits of any script, read as 0-9: Arabic text in Morocco has both sets. */
public final class Digits {
  private Digits() {}

  /** The text with every decimal digit (٠-٩, ۰-۹ and others) written 0-9; the rest unchanged. */
  public static String western(String text) {
    int at = 0;
    while (at < text.length() && !isForeign(text.charAt(at))) at++;
    if (at == text.length()) return text;
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, at);
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (Character.isDigit(c)) out.append(Character.digit(c, 10));
      else out.appendCodePoint(c);
      at += Character.charCount(c);
    }
    return out.toString();
  }

  private static boolean isForeign(char c) {
    return c > '9' && (Character.isDigit(c) || Character.isHighSurrogate(c));
  }
}
