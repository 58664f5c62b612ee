package ma.jisr.map.ledger;

import ma.jisr.base.LocalText;

/** The checks of what a keeper writes down about something; each failure names its field. */
public final class Bounds {
  private Bounds() {}

  /**
   * @throws IllegalArgumentException when a number is out of its bounds
   */
  public static void within(String field, int value, int least, int most) {
    if (value < least || value > most)
      throw new IllegalArgumentException(field + " is not " + least + " to " + most);
  }

  /**
   * @throws IllegalArgumentException when a text is blank, longer than its bound or no line
   */
  public static void line(String field, String text, int most) {
    if (text.isBlank()) throw new IllegalArgumentException(field + " is blank");
    if (text.length() > most)
      throw new IllegalArgumentException(field + " has more than " + most + " characters");
    for (int i = 0; i < text.length(); i++)
      if (Character.isISOControl(text.charAt(i)))
        throw new IllegalArgumentException(field + " holds a control character");
  }

  /** The same of a text in each of its languages. */
  public static void each(String field, LocalText text, int most) {
    text.byLanguage().forEach((language, words) -> line(field + "_" + language.tag(), words, most));
  }
}
