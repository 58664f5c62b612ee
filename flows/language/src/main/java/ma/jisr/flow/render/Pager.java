package ma.jisr.flow.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lays a text and its options out on pages. The text comes first, cut between words; then the
 * options, at most {@link #MAX_OPTIONS} a page. Deterministic: the same content gives the same
 * pages, so a page can be shown without keeping the others.
 */
final class Pager {
  /** Digits 1 to 8: 9 turns the page, 0 goes back. */
  static final int MAX_OPTIONS = 8;

  private final PageFrame frame;
  private final String hint;
  private final String unclear;
  private final List<Label> labels;
  private final String tail;
  private final List<Laid> pages = new ArrayList<>();
  private String body;
  private int next;

  /**
   * A page as laid out, without the keys of its foot.
   *
   * @param text with its foot
   * @param keys the options on it
   * @param more whether another page follows
   */
  record Laid(String text, List<Rendered.Key> keys, boolean more) {}

  /**
   * @param hint said after the options where no more is to be paid for it; empty for none
   * @param unclear stands above a list in the hint's place where that can stand below it
   */
  Pager(PageFrame frame, Worded worded, String hint, String unclear) {
    this.frame = frame;
    this.body = worded.body().strip();
    this.labels = worded.labels();
    this.tail = worded.tail().strip();
    this.hint = hint;
    this.unclear = unclear;
  }

  /** All pages, at least one. */
  List<Laid> pages() {
    while (!last()) pages.add(one());
    return pages;
  }

  /** Tries to end with what is left: the last page needs no room for "more". */
  private boolean last() {
    if (labels.size() - next > MAX_OPTIONS) return false;
    List<Rendered.Key> keys = numbered(labels.size());
    String content = joined(body, keys);
    String ended = lines(content, tail);
    if (!frame.fits(ended, false)) return false;
    String text = frame.closed(ended, false);
    if (!keys.isEmpty() && !hint.isEmpty()) {
      String hinted = lines(lines(joined(unhinted(), keys), hint), tail);
      String closed = frame.closed(hinted, false);
      if (frame.fits(hinted, false) && frame.cost(closed) == frame.cost(text)) text = closed;
    }
    pages.add(new Laid(text, keys, false));
    return true;
  }

  /** The text without the hint that it begins with: below the options it is not said twice. */
  private String unhinted() {
    boolean hinted = body.equals(hint) || body.startsWith(hint + "\n");
    return hinted ? unclear + body.substring(hint.length()) : body;
  }

  private static String lines(String first, String second) {
    if (first.isEmpty() || second.isEmpty()) return first + second;
    return first + "\n" + second;
  }

  private Laid one() {
    String text = takeText();
    List<Rendered.Key> keys = body.isEmpty() ? takeOptions(text) : List.of();
    return new Laid(frame.closed(joined(text, keys), true), keys, true);
  }

  /** As much of the text as a page holds, up to a space. */
  private String takeText() {
    if (body.isEmpty() || frame.fits(body, true)) {
      String whole = body;
      body = "";
      return whole;
    }
    int most = frame.longestPrefix(body);
    int cut = wordEnd(body, most);
    String text = body.substring(0, cut).stripTrailing();
    body = body.substring(cut).stripLeading();
    return text;
  }

  /** The last place at or before {@code most} where a word ends; {@code most} when none does. */
  private static int wordEnd(String text, int most) {
    for (int at = most; at > 0; at--) {
      if (at == text.length() || Character.isWhitespace(text.charAt(at))) return at;
    }
    return Math.max(1, most);
  }

  private List<Rendered.Key> takeOptions(String text) {
    int end = next;
    List<Rendered.Key> taken = List.of();
    while (end < labels.size() && end - next < MAX_OPTIONS) {
      List<Rendered.Key> tried = numbered(end + 1);
      if (!frame.fits(joined(text, tried), true)) break;
      taken = tried;
      end++;
    }
    if (taken.isEmpty() && text.isEmpty()) {
      taken = List.of(cut(numbered(next + 1).getFirst()));
      end++;
    }
    next = end;
    return taken;
  }

  /** A label that is longer than a page, cut without an ellipsis: dots cost three characters. */
  private Rendered.Key cut(Rendered.Key key) {
    int kept = frame.longestPrefix(key.digits() + " " + key.label()) - key.digits().length() - 1;
    String label = key.label().substring(0, Math.max(0, kept)).stripTrailing();
    return new Rendered.Key(key.digits(), key.option(), label);
  }

  /** The options from the next one up to {@code end}, with the digits they have on this page. */
  private List<Rendered.Key> numbered(int end) {
    List<Rendered.Key> keys = new ArrayList<>(end - next);
    Set<String> fixed = new HashSet<>();
    for (Label label : labels.subList(next, end)) fixed.add(label.digit());
    int digit = 0;
    for (Label label : labels.subList(next, end)) {
      String digits = label.digit();
      if (digits.isEmpty()) {
        do digit++;
        while (fixed.contains(Integer.toString(digit)));
        digits = Integer.toString(digit);
      }
      keys.add(new Rendered.Key(digits, label.id(), label.text()));
    }
    return keys;
  }

  private static String joined(String text, List<Rendered.Key> keys) {
    StringBuilder content = new StringBuilder(text);
    for (Rendered.Key key : keys) {
      if (!content.isEmpty()) content.append('\n');
      content.append(key.digits()).append(' ').append(key.label());
    }
    return content.toString();
  }
}
