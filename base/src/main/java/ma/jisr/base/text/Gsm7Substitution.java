package ma.jisr.base.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The nearest GSM-7 spelling of a text: what a Latin text loses so that it costs 160 characters a
 * segment and not 70. What fits already is never changed; what has no near spelling (an Arabic
 * letter, a picture) stays, and the text with it in UCS-2: ask {@link Gsm7#fits(String)}
 * afterwards.
 */
public final class Gsm7Substitution {
  private static final char NO_BREAK_SPACE = '\u00A0';
  private static final int KEYCAP = 0x20E3;
  private static final char NARROW_NO_BREAK_SPACE = '\u202F';

  /** What decomposition cannot find: "from to" pairs, one entry each; {@code U+} by code. */
  private static final Map<Integer, String> TABLE =
      table(
          // French and its neighbours
          "Œ OE, œ oe, Ĳ IJ, ĳ ij, Ð D, ð d, Đ D, đ d, Ħ H, ħ h, ı i, ĸ k, Ł L, ł l, Ŋ N, ŋ n,"
              + " Ŧ T, ŧ t, Þ Th, þ th, Ə E, ə e, ẞ SS,"
              // Tamazight in Latin letters: as people type it on a keypad
              + " Ɣ Gh, ɣ gh, γ gh, Ɛ 3, ɛ 3, ε 3, Č Tch, č tch, Ǧ Dj, ǧ dj, Ṛ R, ṛ r,"
              // quotes
              + " ‘ ', ’ ', ‚ ', ‛ ', ′ ', ʼ ', ʻ ', ʿ ', ʾ ', ´ ', ` ', ‹ ', › ',"
              + " “ \", ” \", „ \", ‟ \", ″ \", « \", » \","
              // dashes, dots, signs
              + " ‐ -, ‑ -, ‒ -, – -, — -, ― -, − -, ¯ -, • -, ‣ -, ◦ -, ▪ -, · ., … ..., ⁄ /, ∕ /,"
              + " × x, ÷ /, ° o, º o, ª a, © (c), ® (r), µ u, μ u, ¢ c, ¦ |, ← <-, → ->, ⇒ =>, ≤ <=,"
              + " ≥ >=, ≈ ~, ≠ <>,"
              // Arabic marks inside a Latin text
              + " ؟ ?, ؛ ;, ٪ %, ٫ ., ٬ .");

  private Gsm7Substitution() {}

  private static Map<Integer, String> table(String entries) {
    Map<Integer, String> table = new HashMap<>();
    for (String entry : entries.split(", ", -1)) {
      String[] pair = entry.strip().split(" ", 2);
      table.put(pair[0].codePointAt(0), pair[1]);
    }
    table.put((int) '،', ",");
    table.put((int) '\t', " ");
    table.put(0x2028, "\n"); // line separator
    table.put(0x2029, "\n"); // paragraph separator
    return Map.copyOf(table);
  }

  /** The text with every character that has a near GSM-7 spelling written so. Idempotent. */
  public static String apply(String text) {
    if (Gsm7.fits(text)) return text;
    // A letter typed with a separate accent becomes the accented letter, which may fit (e + ´ = é).
    String composed = Normalizer.normalize(text, Form.NFC);
    StringBuilder out = new StringBuilder(composed.length() + 16);
    for (int i = 0; i < composed.length(); ) {
      int c = composed.codePointAt(i);
      int next = i + Character.charCount(c);
      boolean titleCase = next < composed.length() && Character.isLowerCase(composed.charAt(next));
      if (!insideGuillemet(composed, i, next)) substitute(c, titleCase, out);
      i = next;
    }
    return out.toString();
  }

  /** French spaces its quotes from within: « x » reads "x" without them. */
  private static boolean insideGuillemet(String text, int at, int next) {
    char c = text.charAt(at);
    if (c != NO_BREAK_SPACE && c != NARROW_NO_BREAK_SPACE) return false;
    return (at > 0 && text.charAt(at - 1) == '«')
        || (next < text.length() && text.charAt(next) == '»');
  }

  /** Œuvre becomes Oeuvre, but ŒUVRE OEUVRE. */
  private static void substitute(int c, boolean titleCase, StringBuilder out) {
    String near = Gsm7.septets(c) > 0 ? null : near(c);
    if (near == null) out.appendCodePoint(c);
    else if (titleCase && near.length() == 2 && Character.isUpperCase(c))
      out.append(near.charAt(0)).append(Character.toLowerCase(near.charAt(1)));
    else out.append(near);
  }

  private static @Nullable String near(int c) {
    String direct = direct(c);
    if (direct != null) return direct;
    String parts = Normalizer.normalize(Character.toString(c), Form.NFKD);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < parts.length(); ) {
      int part = parts.codePointAt(i);
      i += Character.charCount(part);
      if (Gsm7.septets(part) > 0) {
        out.appendCodePoint(part);
        continue;
      }
      String replaced = direct(part);
      if (replaced == null) return null;
      out.append(replaced);
    }
    return out.toString();
  }

  private static @Nullable String direct(int c) {
    String listed = TABLE.get(c);
    if (listed != null) return listed;
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR -> " ";
      case Character.DECIMAL_DIGIT_NUMBER -> Integer.toString(Character.digit(c, 10));
      // Invisible: zero-width spaces, direction marks, soft hyphens, variation selectors.
      case Character.FORMAT -> "";
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> isLatinMark(c) ? "" : null;
      default -> null;
    };
  }

  /** Accents go, harakat stay: a text with those keeps its Arabic letters anyway. */
  private static boolean isLatinMark(int c) {
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0xFE00 && c <= 0xFE0F) || c == KEYCAP;
  }
}
