package ma.jisr.flow.render;

import java.util.List;
import ma.jisr.base.Language;

/**
 * A text as it goes on the wire, and what its keys mean.
 *
 * @param text ready to encode
 * @param language in which it was said after fallbacks
 * @param ucs2 whether it needs UCS-2
 * @param size septets, or units where {@code ucs2}
 * @param page shown, from 0
 * @param pages in all
 * @param keys what the digits on it mean, in order
 */
public record Rendered(
    String text, Language language, boolean ucs2, int size, int page, int pages, List<Key> keys) {
  public Rendered {
    keys = List.copyOf(keys);
  }

  /**
   * A digit on the screen.
   *
   * @param digits what is typed ("1", "00")
   * @param option the option's id, or {@code @back}, {@code @home}, {@code @more}
   * @param label as shown, for people who type it
   */
  public record Key(String digits, String option, String label) {}
}
