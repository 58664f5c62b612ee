package ma.jisr.flow.render;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of text and the order in which a phone shows it (Unicode Standard Annex #9). In a line
 * with Arabic letters, what is dialled, typed or called by a Latin name must still read from left
 * to right as one run: after an Arabic letter {@code *585*2#} shows as {@code #2*585*}.
 */
public final class BidiLine {
  /** LEFT-TO-RIGHT MARK: invisible where the link and the phone carry it. */
  public static final char MARK = '\u200E';

  /**
   * What stands between two Arabic words and is neither: letters, digits and the signs of numbers,
   * codes and service strings. A comma or a full stop before a space ends it.
   */
  private static final Pattern RUN =
      Pattern.compile(
          "[+*#~]*[\\p{IsLatin}0-9](?:[\\p{IsLatin}0-9*#+'’&_=%@\u200E–-]|[.,:/](?=\\S)| +(?=[*#+]?[\\p{IsLatin}0-9=–-]))*"
              + "[#*%]*");

  private final String text;
  private final Bidi bidi;

  /**
   * @param text without line breaks: each line of a screen is a paragraph of its own (UAX #9, P1)
   */
  public BidiLine(String text) {
    this.text = text;
    this.bidi = new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
  }

  /** A run of characters that must read as one. */
  public record Run(int start, int end, String text) {}

  /** Whether the line has letters that are written from right to left. */
  public boolean isArabic() {
    return text.codePoints()
        .map(Character::getDirectionality)
        .anyMatch(
            d ->
                d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
  }

  /** The runs of the line: numbers, codes, dial strings, Latin names. */
  public List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    Matcher matcher = RUN.matcher(text);
    while (matcher.find()) runs.add(new Run(matcher.start(), matcher.end(), matcher.group()));
    return runs;
  }

  /** The runs that the phone would show broken or backwards; empty for a line without Arabic. */
  public List<Run> outOfOrder() {
    if (bidi.isLeftToRight() || !isArabic()) return List.of();
    int[] places = places();
    return runs().stream().filter(run -> !inOrder(run, places)).toList();
  }

  private static boolean inOrder(Run run, int[] places) {
    for (int i = run.start() + 1; i < run.end(); i++)
      if (places[i] != places[i - 1] + 1) return false;
    return true;
  }

  /** The line as its glyphs stand from left to right, brackets mirrored. */
  public String leftToRight() {
    StringBuilder out = new StringBuilder(text.length());
    for (int index : order()) {
      char c = text.charAt(index);
      out.append(bidi.getLevelAt(index) % 2 == 1 ? mirrored(c) : c);
    }
    return out.toString();
  }

  private static char mirrored(char c) {
    return switch (c) {
      case '(' -> ')';
      case ')' -> '(';
      case '[' -> ']';
      case ']' -> '[';
      case '<' -> '>';
      case '>' -> '<';
      case '«' -> '»';
      case '»' -> '«';
      default -> c;
    };
  }

  /** The place of each character, counted from the left. */
  private int[] places() {
    int[] places = new int[text.length()];
    Integer[] order = order();
    for (int place = 0; place < order.length; place++) places[order[place]] = place;
    return places;
  }

  /** The characters' indices from left to right (UAX #9, L2). */
  private Integer[] order() {
    byte[] levels = new byte[text.length()];
    Integer[] order = new Integer[text.length()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) bidi.getLevelAt(i);
      order[i] = i;
    }
    Bidi.reorderVisually(levels, 0, order, 0, order.length);
    return order;
  }
}
