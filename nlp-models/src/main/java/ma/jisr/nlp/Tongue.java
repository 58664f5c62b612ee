package ma.jisr.nlp;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Language;

/**
 * The language that a message is written in, as far as a message tells. Mixed messages have the
 * language of their grammar words: "bghit nkhalles la facture" is Darija.
 */
public enum Tongue {
  FR("fr", Language.FR),
  AR("ar", Language.AR),
  ARY("ary", Language.ARY_ARAB),
  ARY_LATN("ary-Latn", Language.ARY_LATN),
  ZGH("zgh", Language.SHI_LATN),
  BER_LATN("ber-Latn", Language.SHI_LATN),
  EN("en", Language.EN);

  private static final Map<String, Tongue> BY_TAG = new HashMap<>();

  static {
    for (Tongue tongue : values()) BY_TAG.put(tongue.tag, tongue);
  }

  private final String tag;
  private final Language reply;

  Tongue(String tag, Language reply) {
    this.tag = tag;
    this.reply = reply;
  }

  /** The tag in data files and JSON. {@code ary} is Darija in Arabic letters. */
  public String tag() {
    return tag;
  }

  /** The tongue of a tag; empty for an unknown one. */
  public static Optional<Tongue> of(String tag) {
    return Optional.ofNullable(BY_TAG.get(tag));
  }

  /** The language to answer in. Both scripts of Tamazight are answered in Latin Tachelhit. */
  public Language reply() {
    return reply;
  }
}
