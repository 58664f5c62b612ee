package ma.jisr.map.place;

import java.util.Locale;
import java.util.Set;
import ma.jisr.base.text.PhoneticKey;

/** How a place's name sounds, without the word for what it is: "Douar Keboucha" is "Keboucha". */
public final class PlaceName {
  /** Said or left out as one likes, in files and by people. */
  private static final Set<String> KINDS =
      Set.of(
          "douar", "duar", "dwar", "douwar", "dowar", "dawar", "doar", "دوار", "ville", "mdina",
          "madina", "medina", "مدينة", "commune", "جماعة", "centre", "مركز");

  /** Fewer sounds are no name of their own. */
  private static final int LEAST = 3;

  private PlaceName() {}

  /** The phonetic key of a name, or of what somebody writes for one; may be empty. */
  public static String key(String name) {
    int blank = name.indexOf(' ');
    if (blank > 0 && KINDS.contains(name.substring(0, blank).toLowerCase(Locale.ROOT))) {
      String bare = PhoneticKey.of(rest(name, blank + 1));
      if (bare.length() >= LEAST) return bare;
    }
    return PhoneticKey.of(name);
  }

  /** Behind "commune" the name may follow with "de". */
  private static String rest(String name, int from) {
    return name.startsWith("de ", from) ? name.substring(from + 3) : name.substring(from);
  }
}
