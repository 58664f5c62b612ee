package ma.jisr.map.source;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.text.PhoneticDistance;
import ma.jisr.base.text.PhoneticKey;
import ma.jisr.map.place.PlaceSearch;
import ma.jisr.map.table.BadCellException;

/**
 * A name of a file, and what else the place is called.
 *
 * @param name in Latin letters
 */
record NameCell(String name) {
  /** Variants kept of a place. */
  static final int MOST_VARIANTS = 12;

  /**
   * How far an Arabic name may sound from the Latin one, as a share of the longer key: of the
   * GeoNames communes that were looked at, some carry the Arabic name of their neighbour.
   */
  private static final double SAME_NAME = 0.4;

  /**
   * @throws BadCellException when it is no name
   */
  static NameCell of(String text) {
    String name = text.strip();
    if (name.isEmpty()) throw new BadCellException("the name is missing");
    if (name.length() > PlaceSearch.MAX_TEXT)
      throw new BadCellException("the name is longer than " + PlaceSearch.MAX_TEXT + " characters");
    if (!clean(name)) throw new BadCellException("the name holds signs that no name has");
    if (script(name) != Character.UnicodeScript.LATIN || PhoneticKey.of(name).isEmpty())
      throw new BadCellException("the name is not in Latin letters");
    return new NameCell(name);
  }

  /** Text of a file as a message may show it: cut, without control characters. */
  static String shown(String text) {
    String cut =
        text.length() > RowVerdict.MAX_NAME ? text.substring(0, RowVerdict.MAX_NAME) : text;
    return cut.replaceAll("\\p{C}", " ");
  }

  /** The usable ones of other names: in scripts that people here write, each sound once. */
  List<String> variants(List<String> names) {
    Set<String> sounds = new HashSet<>(Set.of(PhoneticKey.of(name)));
    List<String> variants = new ArrayList<>();
    for (String each : names) {
      String variant = each.strip();
      if (variants.size() == MOST_VARIANTS) break;
      if (variant.length() < 2 || variant.length() > PlaceSearch.MAX_TEXT || !clean(variant))
        continue;
      boolean latin = script(variant) == Character.UnicodeScript.LATIN;
      if (script(variant) == Character.UnicodeScript.UNKNOWN) continue;
      String key = PhoneticKey.of(variant);
      if (key.isEmpty() || (!sounds.add(key) && latin)) continue;
      variants.add(variant);
    }
    return List.copyOf(variants);
  }

  /** The name with the first of the variants that are its Arabic and its Tamazight. */
  LocalText withArabicOf(List<String> variants) {
    Map<Language, String> names = new EnumMap<>(Language.class);
    names.put(Language.FR, name);
    for (String variant : variants) {
      if (!soundsLike(variant)) continue;
      if (script(variant) == Character.UnicodeScript.ARABIC)
        names.putIfAbsent(Language.AR, variant);
      if (script(variant) == Character.UnicodeScript.TIFINAGH)
        names.putIfAbsent(Language.ZGH_TFNG, variant);
    }
    return new LocalText(names);
  }

  boolean soundsLike(String other) {
    String a = PhoneticKey.of(name);
    String b = PhoneticKey.of(other);
    double bound = SAME_NAME * Math.max(a.length(), b.length());
    return PhoneticDistance.between(a, b, bound) <= bound;
  }

  /** Letters, blanks and the signs within names. */
  private static boolean clean(String name) {
    return name.codePoints()
        .allMatch(
            c ->
                Character.isLetterOrDigit(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || " '’‘ʼ`´-–().,/ـ".indexOf(c) >= 0);
  }

  /** The one script of its letters; UNKNOWN when they are of several, or of none that we read. */
  private static Character.UnicodeScript script(String name) {
    Character.UnicodeScript found = Character.UnicodeScript.UNKNOWN;
    for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
      int c = name.codePointAt(i);
      if (!Character.isLetter(c)) continue;
      Character.UnicodeScript script = Character.UnicodeScript.of(c);
      if (script == Character.UnicodeScript.COMMON) continue;
      boolean ours =
          script == Character.UnicodeScript.LATIN
              || script == Character.UnicodeScript.ARABIC
              || script == Character.UnicodeScript.TIFINAGH;
      if (!ours || (found != Character.UnicodeScript.UNKNOWN && found != script))
        return Character.UnicodeScript.UNKNOWN;
      found = script;
    }
    return found;
  }
}
