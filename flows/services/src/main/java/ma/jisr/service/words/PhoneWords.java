package ma.jisr.service.words;

import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;

/** Words that are the same whatever is asked, in the languages of phones. */
public final class PhoneWords {
  private PhoneWords() {}

  /** In the order in which translators read them. */
  public static LocalText of(
      String fr, String en, String ar, String aryArab, String aryLatn, String shiLatn) {
    return new LocalText(
        Map.of(
            Language.FR, fr,
            Language.EN, en,
            Language.AR, ar,
            Language.ARY_ARAB, aryArab,
            Language.ARY_LATN, aryLatn,
            Language.SHI_LATN, shiLatn));
  }
}
