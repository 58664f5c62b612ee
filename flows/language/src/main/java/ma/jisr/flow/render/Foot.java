package ma.jisr.flow.render;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.text.Gsm7;
import ma.jisr.base.text.Gsm7Substitution;
import ma.jisr.flow.ChannelKind;

/**
 * The last line of a page: the fixed keys, {@code 0 back 00 home 9 more}. In UCS-2 the digits stand
 * alone; by SMS and chat only "more" is shown, since the words for the others are known. On chat
 * the others are buttons.
 *
 * @param offered which ways out the screen has
 * @param words in the language of the screen
 * @param more the digit of the next page: 9, or 98 where a fixed option holds 9
 */
record Foot(Screen.Footer offered, Words words, String more) {
  static final String BACK = "@back";
  static final String HOME = "@home";
  static final String MORE = "@more";

  String line(ChannelKind kind, boolean hasMore, boolean ucs2) {
    boolean ussd = kind == ChannelKind.USSD;
    List<Rendered.Key> keys = keys(ussd && offered.back(), ussd && offered.home(), hasMore);
    String gap = ucs2 ? " " : "  ";
    StringBuilder line = new StringBuilder();
    for (Rendered.Key key : keys) {
      if (!line.isEmpty()) line.append(gap);
      line.append(key.digits());
      String word = ucs2 ? "" : plain(key.label());
      if (!word.isEmpty()) line.append(' ').append(word);
    }
    return line.toString();
  }

  /** What the page's last keys mean, where they are shown and where they are pressed. */
  List<Rendered.Key> keys(ChannelKind kind, boolean hasMore) {
    boolean all = kind != ChannelKind.SMS;
    return keys(all && offered.back(), all && offered.home(), hasMore);
  }

  private List<Rendered.Key> keys(boolean back, boolean home, boolean hasMore) {
    List<Rendered.Key> keys = new ArrayList<>(3);
    if (back) keys.add(new Rendered.Key("0", BACK, words.back()));
    if (home) keys.add(new Rendered.Key("00", HOME, words.home()));
    if (hasMore) keys.add(new Rendered.Key(more, MORE, words.more()));
    return keys;
  }

  /** The foot never forces UCS-2 on a page: an Arabic word on a page of digits is left out. */
  private static String plain(String word) {
    String near = Gsm7Substitution.apply(word);
    return Gsm7.fits(near) ? near : "";
  }
}
