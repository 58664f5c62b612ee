package ma.jisr.service.challenges.register;

import ma.jisr.base.LocalText;
import ma.jisr.map.ledger.Bounds;

/**
 * One of the round tables under which challenges are listed.
 *
 * @param id its number in the menu for ever, "2"
 * @param code in a word, for files: "DIGITAL"
 * @param title at most {@link #MAX_TITLE} characters in each language
 */
public record Theme(String id, String code, LocalText title) {
  /** Longest title: six of them fit two pages of Latin letters. */
  public static final int MAX_TITLE = 26;

  /**
   * @throws IllegalArgumentException naming what cannot be
   */
  public Theme {
    if (!ChallengeCode.isCode(id + ".1"))
      throw new IllegalArgumentException("theme '" + id + "' is not 1 to 99");
    Bounds.each("title", title, MAX_TITLE);
  }
}
