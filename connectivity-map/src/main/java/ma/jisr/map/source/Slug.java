package ma.jisr.map.source;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;

/** A name as ids have it: "aït Ourir" is "ait-ourir". */
final class Slug {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

  private Slug() {}

  static String of(LocalText name) {
    String bare =
        MARKS.matcher(Normalizer.normalize(french(name), Normalizer.Form.NFD)).replaceAll("");
    String joined = OTHERS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll("-");
    int from = joined.startsWith("-") ? 1 : 0;
    int to = joined.length() - (joined.endsWith("-") ? 1 : 0);
    return from < to ? joined.substring(from, to) : "x";
  }

  static String french(LocalText name) {
    return name.in(Language.FR, true);
  }
}
