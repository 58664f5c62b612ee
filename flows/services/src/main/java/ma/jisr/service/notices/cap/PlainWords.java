package ma.jisr.service.notices.cap;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of an alert as a phone can show them: others write them for web pages. */
final class PlainWords {
  /** Characters that are looked at: no SMS holds a tenth of them. */
  private static final int MOST = 10_000;

  private static final Pattern HIDDEN =
      Pattern.compile(
          "<(script|style)\\b[^>]*>.*?</\\1\\s*>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** A tag or a remark; "vent < 50 km/h" is neither. */
  private static final Pattern TAG =
      Pattern.compile("</?[A-Za-z][^<>]*>|<!--.*?-->", Pattern.DOTALL);

  private static final Pattern ENTITY = Pattern.compile("&(nbsp|amp|lt|gt|quot|apos|#\\d{1,7});");

  private static final Map<String, String> NAMED =
      Map.of("nbsp", " ", "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private PlainWords() {}

  /** One line without tags, entities, controls, or marks that turn the direction of writing. */
  static String of(String text) {
    String words = text.length() > MOST ? text.substring(0, MOST) : text;
    words = HIDDEN.matcher(words).replaceAll(" ");
    words = TAG.matcher(words).replaceAll(" ");
    words = ENTITY.matcher(words).replaceAll(PlainWords::character);
    return SPACES.matcher(visible(words)).replaceAll(" ").strip();
  }

  private static String character(MatchResult entity) {
    String name = entity.group(1);
    if (!name.startsWith("#"))
      return java.util.regex.Matcher.quoteReplacement(NAMED.getOrDefault(name, " "));
    int point = Integer.parseInt(name.substring(1));
    boolean real = Character.isValidCodePoint(point) && Character.isDefined(point);
    return java.util.regex.Matcher.quoteReplacement(real ? Character.toString(point) : " ");
  }

  /** Whoever can turn the direction of writing can make an hour or a name read otherwise. */
  private static String visible(String words) {
    StringBuilder out = new StringBuilder(words.length());
    words
        .codePoints()
        .forEach(
            point -> {
              if (Character.isWhitespace(point)) out.append(' ');
              else if (isShown(point)) out.appendCodePoint(point);
            });
    return out.toString();
  }

  private static boolean isShown(int point) {
    // Persian and Amazigh spellings need the joiners.
    boolean joiner = point == 0x200C || point == 0x200D;
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
          false;
      case Character.FORMAT -> joiner;
      default -> true;
    };
  }
}
