package ma.jisr.app.admin;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The words of a request, behind the one that names its verb. Blanks part them. */
public final class Words {
  private Words() {}

  /** Any text as one word: percent-encoded. */
  public static String of(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * The word at a place, from 0.
   *
   * @throws IllegalArgumentException when there are fewer
   */
  public static String at(List<String> words, int at) {
    if (at >= words.size()) throw new IllegalArgumentException("something is missing");
    return words.get(at);
  }

  /** The text that was written as one word. */
  public static String text(List<String> words, int at) {
    return URLDecoder.decode(at(words, at), StandardCharsets.UTF_8);
  }
}
