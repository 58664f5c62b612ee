package ma.jisr.flow.render;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.text.Gsm7;

/** What a kind of phone makes of a text: for transcripts and for the phone of the sandbox. */
public enum Handset {
  /** Shows Arabic letters, from right to left. */
  BASIC,
  /** Has the glyphs of GSM-7 only. */
  LATIN_ONLY,
  /** Has Arabic glyphs but sets every line from left to right, invisible marks as boxes. */
  NO_BIDI;

  /** Stands for a glyph that the phone does not have. */
  public static final char BOX = '□';

  /** The text in the order of its characters, with boxes for the glyphs that are missing. */
  public String shows(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> glyph(c, out));
    return out.toString();
  }

  private void glyph(int c, StringBuilder out) {
    boolean invisible = Character.getType(c) == Character.FORMAT;
    switch (this) {
      case BASIC -> {
        if (!invisible) out.appendCodePoint(c);
      }
      case LATIN_ONLY -> {
        if (Gsm7.septets(c) > 0) out.appendCodePoint(c);
        else out.append(BOX);
      }
      case NO_BIDI -> {
        if (invisible) out.append(BOX);
        else out.appendCodePoint(c);
      }
    }
  }

  /** The glyphs of each line as they stand from left to right. */
  public String leftToRight(String text) {
    if (this != BASIC) return shows(text);
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) lines.add(shows(new BidiLine(line).leftToRight()));
    return String.join("\n", lines);
  }

  /** Whether every number, code and name of the text reads right on this phone. */
  public boolean readsInOrder(String text) {
    for (String line : text.split("\n", -1)) {
      BidiLine bidi = new BidiLine(line);
      boolean right =
          switch (this) {
            case BASIC -> bidi.outOfOrder().isEmpty();
            case LATIN_ONLY -> Gsm7.fits(line);
            case NO_BIDI ->
                !bidi.isArabic()
                    || line.codePoints().noneMatch(c -> Character.getType(c) == Character.FORMAT);
          };
      if (!right) return false;
    }
    return true;
  }
}
