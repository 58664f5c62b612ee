package ma.jisr.service.sound;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ma.jisr.base.text.PhoneticKey;

/** How a word that somebody said may sound: with and without what has grown onto it. */
public final class Heard {
  /** What grows onto a word in Arabic letters, before its article or alone. */
  private static final String GROWN_ARABIC = "فبلود";

  /** The same in Latin letters, longest first. */
  private static final List<String> GROWN_LATIN = List.of("fl", "bl", "dl", "ll", "l");

  private Heard() {}

  /** The sound of a word; the word itself where it has none ("24"). */
  public static String key(String word) {
    String key = PhoneticKey.of(word);
    return key.isEmpty() ? word : key;
  }

  /** The sounds of a word as it stands and without what may have grown onto it. */
  public static List<String> forms(String word) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(key(word));
    char first = word.charAt(0);
    if (word.length() > 4 && GROWN_ARABIC.indexOf(first) >= 0) forms.add(key(word.substring(1)));
    for (String grown : GROWN_LATIN)
      if (word.length() > grown.length() + 2 && word.startsWith(grown))
        forms.add(key(word.substring(grown.length())));
    return List.copyOf(forms);
  }
}
