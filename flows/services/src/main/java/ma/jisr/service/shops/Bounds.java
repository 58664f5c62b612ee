package ma.jisr.service.shops;

import ma.jisr.base.LocalText;

/** The checks of what is written down about a shop; each failure names its field. */
final class Bounds {
  private Bounds() {}

  static void within(String field, int value, int least, int most) {
    if (value < least || value > most)
      throw new IllegalArgumentException(field + " is not " + least + " to " + most);
  }

  static void line(String field, String text, int most) {
    if (text.isBlank()) throw new IllegalArgumentException(field + " is blank");
    if (text.length() > most)
      throw new IllegalArgumentException(field + " has more than " + most + " characters");
    for (int i = 0; i < text.length(); i++)
      if (Character.isISOControl(text.charAt(i)))
        throw new IllegalArgumentException(field + " holds a control character");
  }

  static void each(String field, LocalText text, int most) {
    text.byLanguage().forEach((language, words) -> line(field + "_" + language.tag(), words, most));
  }
}
