package ma.jisr.base.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What a text costs as SMS, and its parts. A segment holds 140 octets: 160 septets or 70 UCS-2
 * units alone, 153 or 67 beside a concatenation header (3GPP TS 23.040, 9.2.3.24.1).
 *
 * @param ucs2 whether one character forced the whole text out of GSM-7
 * @param units its length: septets, or UTF-16 units
 * @param count how many segments are paid; 1 for an empty text
 * @param perSegment what each of them holds, in units
 */
public record Segments(boolean ucs2, int units, int count, int perSegment) {
  /** The count of parts is one octet in the header (TS 23.040, 9.2.3.24.1). */
  public static final int MAX_PARTS = 255;

  /** Marks kept with their letter; real writing has two or three, a longer pile is a prank. */
  private static final int MAX_MARKS = 8;

  private static final int SINGLE_SEPTETS = 160;
  private static final int SINGLE_UCS2 = 70;

  /** What one lone segment holds: 160 septets, or 70 UCS-2 units. */
  public static int single(boolean ucs2) {
    return ucs2 ? SINGLE_UCS2 : SINGLE_SEPTETS;
  }

  /** The cost of a text, with the 8-bit reference that carries most. */
  public static Segments of(String text) {
    boolean ucs2 = !Gsm7.fits(text);
    int units = ucs2 ? text.length() : Gsm7.septets(text);
    if (units <= single(ucs2)) return new Segments(ucs2, units, 1, single(ucs2));
    int room = SegmentReference.EIGHT_BIT.perPart(ucs2);
    // Counted by cutting: a pair that must not be cut can cost a segment more than the division.
    return new Segments(ucs2, units, cuts(text, ucs2, room, false).size(), room);
  }

  /**
   * The text in parts, each of which fits a segment beside its header; a text that fits alone is
   * one part. No ESC pair and no surrogate pair is cut, no letter from its accents or harakat
   * unless keeping them together would cost a segment more. The parts joined are the text; all are
   * sent in the coding that the whole text needs ({@link #ucs2()}).
   *
   * @throws IllegalArgumentException above {@link #MAX_PARTS} parts
   */
  public static List<String> split(String text, SegmentReference reference) {
    boolean ucs2 = !Gsm7.fits(text);
    int units = ucs2 ? text.length() : Gsm7.septets(text);
    if (units <= single(ucs2)) return List.of(text);
    int room = reference.perPart(ucs2);
    List<Integer> cuts = cuts(text, ucs2, room, false);
    if (cuts.size() > MAX_PARTS)
      throw new IllegalArgumentException(cuts.size() + " parts, at most " + MAX_PARTS);
    if (ucs2) {
      List<Integer> whole = cuts(text, true, room, true);
      if (whole.size() == cuts.size()) cuts = whole;
    }
    List<String> parts = new ArrayList<>(cuts.size());
    int from = 0;
    for (int to : cuts) {
      parts.add(text.substring(from, to));
      from = to;
    }
    return List.copyOf(parts);
  }

  /** Where each part ends, filling every part as far as it goes. */
  private static List<Integer> cuts(String text, boolean ucs2, int room, boolean keepMarks) {
    List<Integer> cuts = new ArrayList<>();
    int from = 0;
    int used = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int cost = ucs2 ? Character.charCount(c) : Gsm7.septets(c);
      if (used + cost > room) {
        int cut = keepMarks ? baseLetter(text, from, i) : i;
        cuts.add(cut);
        used = i - cut; // only UCS-2 moves a cut back, and there a unit is a char
        from = cut;
      }
      used += cost;
      i += Character.charCount(c);
    }
    cuts.add(text.length());
    return cuts;
  }

  /** The start of the letter whose marks begin at {@code at}; {@code at} when nothing is gained. */
  private static int baseLetter(String text, int from, int at) {
    int cut = at;
    while (cut > from && isMark(text.codePointAt(cut))) cut -= charsBefore(text, cut);
    return cut > from && at - cut <= MAX_MARKS ? cut : at;
  }

  private static int charsBefore(String text, int at) {
    return Character.charCount(text.codePointBefore(at));
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || c == 0x200D; // zero-width joiner
  }
}
