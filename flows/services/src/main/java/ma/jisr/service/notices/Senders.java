package ma.jisr.service.notices;

import java.util.EnumMap;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.Province;
import ma.jisr.service.notices.notice.NoticeFacts;
import ma.jisr.service.words.PhoneWords;
import ma.jisr.service.words.ShortName;

/**
 * As whom an official signs who writes from a phone: the commune, province or region of their
 * territory. Drafts: the Darija and Tachelhit await a native reader.
 */
public final class Senders {
  private static final LocalText COMMUNE =
      PhoneWords.of("Commune de ", "Commune of ", "جماعة ", "جماعة ", "Jma3a d ", "Ljma3t n ");
  private static final LocalText PROVINCE =
      PhoneWords.of("Province de ", "Province of ", "إقليم ", "عمالة ", "3amalat ", "L3amala n ");
  private static final LocalText REGION =
      PhoneWords.of("Région ", "Region ", "جهة ", "جهة ", "Jiha d ", "Tasga n ");

  private static final String VOWELS = "AEIOUÉÈÊÎ";

  private Senders() {}

  /** Each at most as long as a notice's sender may be. */
  public static LocalText of(Area area) {
    LocalText before =
        area instanceof Place ? COMMUNE : area instanceof Province ? PROVINCE : REGION;
    Map<Language, String> signed = new EnumMap<>(Language.class);
    for (Language language : Language.PHONE) {
      LocalText name = LocalText.same(area.name().in(language, false));
      String kind = joined(before.in(language, false), name.in(language, false), language);
      int room = NoticeFacts.MAX_SENDER - kind.length();
      signed.put(language, kind + ShortName.of(name, room).in(language, false));
    }
    return new LocalText(signed);
  }

  /** "Commune d'Amizmiz": French drops the vowel before another one. */
  private static String joined(String kind, String name, Language language) {
    boolean elides =
        language == Language.FR && kind.endsWith("de ") && VOWELS.indexOf(name.charAt(0)) >= 0;
    return elides ? kind.substring(0, kind.length() - 2) + '\'' : kind;
  }
}
