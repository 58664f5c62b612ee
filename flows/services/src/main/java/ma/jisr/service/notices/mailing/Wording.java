package ma.jisr.service.notices.mailing;

import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.Script;
import ma.jisr.service.audience.Subscriber;

/** In which of a mailing's languages somebody reads it. */
final class Wording {
  private Wording() {}

  /**
   * The nearest to theirs, in a script that their phone has proved; else the mailing's own,
   * whatever the phone: words that show as boxes still say that there is a notice, and none say
   * nothing.
   */
  static Language of(Mailing mailing, Subscriber reader) {
    Map<Language, String> texts = mailing.texts();
    boolean latinOnly = !reader.scripts().contains(Script.ARABIC);
    for (Language language : reader.language().fallbacks(latinOnly))
      if (texts.containsKey(language)) return language;
    return mailing.own();
  }
}
