package ma.jisr.map.exchange.sheet;

/**
 * What texts look like in the cells of a spreadsheet. A text that a spreadsheet would take for a
 * formula (CWE-1236) is written with one {@code '} before it, and so is one that would not come
 * back as it is; {@link #text} takes just that one away again.
 */
public final class Cells {
  private static final char MARK = '\'';

  private Cells() {}

  /** The cell that {@link #text} reads back as this very text. */
  public static String cell(String text) {
    boolean asItIs = !isFormula(text) && text(text).equals(text);
    return asItIs ? text : MARK + text;
  }

  /**
   * The text of a cell: without blanks around it, without the {@code '} that guards a formula, and
   * with a blank for what no text of ours may hold (line ends, other controls, half characters).
   */
  public static String text(String cell) {
    String clean = clean(cell);
    return isMarked(clean) ? clean.substring(1) : clean.strip();
  }

  /** A text that stands in no spreadsheet: only what no text of ours may hold is taken away. */
  public static String plain(String text) {
    return text.isBlank() ? "" : clean(text);
  }

  /** Whether a spreadsheet takes it for a formula. */
  static boolean isFormula(String text) {
    return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
  }

  /** A {@code '} that somebody typed for itself ('Oukaïmeden) stands before a letter: it stays. */
  private static boolean isMarked(String cell) {
    if (cell.length() < 2 || cell.charAt(0) != MARK) return false;
    char next = cell.charAt(1);
    return next == MARK
        || isFormula(cell.substring(1))
        || isBlank(next)
        || isBlank(cell.charAt(cell.length() - 1));
  }

  /** What {@link String#strip} takes away at the ends. */
  private static boolean isBlank(char c) {
    return Character.isWhitespace(c);
  }

  private static String clean(String cell) {
    for (int i = 0; i < cell.length(); i++) if (isForeign(cell, i)) return cleaned(cell);
    return cell;
  }

  private static String cleaned(String cell) {
    StringBuilder out = new StringBuilder(cell.length());
    for (int i = 0; i < cell.length(); i++) out.append(isForeign(cell, i) ? ' ' : cell.charAt(i));
    return out.toString();
  }

  private static boolean isForeign(String cell, int at) {
    char c = cell.charAt(at);
    if (Character.isISOControl(c)) return true;
    if (Character.isHighSurrogate(c))
      return at + 1 == cell.length() || !Character.isLowSurrogate(cell.charAt(at + 1));
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(cell.charAt(at - 1)));
  }
}
