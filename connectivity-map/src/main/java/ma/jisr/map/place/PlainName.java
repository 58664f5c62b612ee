package ma.jisr.map.place;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A Latin name as a phone's keypad and an alphabet see it: lower-case a to z and spaces. */
final class PlainName {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’`]");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

  private PlainName() {}

  static String of(String name) {
    String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    String joined = APOSTROPHES.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("");
    return OTHERS.matcher(joined).replaceAll(" ").strip();
  }
}
