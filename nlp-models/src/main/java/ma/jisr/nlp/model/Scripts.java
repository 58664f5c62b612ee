package ma.jisr.nlp.model;

import ma.jisr.nlp.Tongue;

/** How many letters of each script a text has: the gate before the model of languages. */
record Scripts(int latin, int arabic, int tifinagh) {
  /** A script, and the languages that are written in it. */
  enum Script {
    LATIN,
    ARABIC,
    TIFINAGH;

    boolean writes(Tongue tongue) {
      return switch (tongue) {
        case ZGH -> this == TIFINAGH;
        case AR, ARY -> this == ARABIC;
        case FR, EN, ARY_LATN, BER_LATN -> this == LATIN;
      };
    }
  }

  /** Counts the letters of a folded text. */
  static Scripts of(String folded) {
    int latin = 0;
    int arabic = 0;
    int tifinagh = 0;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c >= 'a' && c <= 'z') latin++;
      else if (c >= '\u0620' && c <= '\u06ff') arabic++;
      else if (c >= '\u2d30' && c <= '\u2d7f') tifinagh++;
    }
    return new Scripts(latin, arabic, tifinagh);
  }

  /**
   * The script that decides on the language. A Latin word within Arabic or Tifinagh is a name or a
   * loan ("بغيت wifi"): the other scripts count double.
   */
  Script main() {
    if (tifinagh * 2 > latin && tifinagh >= arabic) return Script.TIFINAGH;
    return arabic * 2 > latin ? Script.ARABIC : Script.LATIN;
  }
}
