package ma.jisr.base;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A language that Jisr speaks, in one script. The tags are BCP 47; {@code ary-Latn} is Darija as
 * people type it on a Latin keypad ("Arabizi"), {@code shi-Latn} is Tachelhit as people write it,
 * restricted to GSM-7.
 */
public enum Language {
  FR("fr", Script.LATIN),
  AR("ar", Script.ARABIC),
  ARY_ARAB("ary-Arab", Script.ARABIC),
  ARY_LATN("ary-Latn", Script.LATIN),
  SHI_LATN("shi-Latn", Script.LATIN),
  EN("en", Script.LATIN),
  ZGH_TFNG("zgh-Tfng", Script.TIFINAGH);

  /** The languages of phones, in the order that menus and tables list them. */
  public static final List<Language> PHONE = List.of(FR, AR, ARY_ARAB, ARY_LATN, SHI_LATN, EN);

  private static final Map<String, Language> BY_TAG = new HashMap<>();
  private static final Map<Language, List<Language>> CHAINS = new EnumMap<>(Language.class);
  private static final Map<Language, List<Language>> LATIN_CHAINS = new EnumMap<>(Language.class);

  static {
    for (Language language : values()) {
      BY_TAG.put(language.tag, language);
      List<Language> chain = language.chain();
      CHAINS.put(language, chain);
      LATIN_CHAINS.put(language, chain.stream().filter(l -> l.script == Script.LATIN).toList());
    }
  }

  private final String tag;
  private final Script script;

  Language(String tag, Script script) {
    this.tag = tag;
    this.script = script;
  }

  /** The BCP 47 tag, as in files and settings. */
  public String tag() {
    return tag;
  }

  public Script script() {
    return script;
  }

  /** The language of a BCP 47 tag; empty for a tag that Jisr does not speak. */
  public static Optional<Language> of(String tag) {
    return Optional.ofNullable(BY_TAG.get(tag));
  }

  /**
   * The languages to try when a text is missing in this one, nearest first, this one included. A
   * fallback never enters a script that the phone has not proved: with {@code latinOnly} the
   * Arabic-script and Tifinagh ones are left out.
   */
  public List<Language> fallbacks(boolean latinOnly) {
    return Objects.requireNonNull((latinOnly ? LATIN_CHAINS : CHAINS).get(this));
  }

  private List<Language> chain() {
    return switch (this) {
      case FR -> List.of(FR);
      case EN -> List.of(EN, FR);
      case AR -> List.of(AR, ARY_LATN, FR);
      case ARY_LATN -> List.of(ARY_LATN, FR);
      case ARY_ARAB -> List.of(ARY_ARAB, AR, ARY_LATN, FR);
      case SHI_LATN -> List.of(SHI_LATN, ARY_LATN, FR);
      case ZGH_TFNG -> List.of(ZGH_TFNG, SHI_LATN, ARY_LATN, FR);
    };
  }
}
