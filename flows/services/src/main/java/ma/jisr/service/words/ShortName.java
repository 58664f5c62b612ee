package ma.jisr.service.words;

import java.util.EnumMap;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;

/** Names as sentences of a phone hold them: what is in brackets goes first, then whole words. */
public final class ShortName {
  private ShortName() {}

  /** Each at most so many characters. */
  public static LocalText of(LocalText name, int most) {
    boolean fits = name.byLanguage().values().stream().allMatch(text -> text.length() <= most);
    if (fits) return name;
    Map<Language, String> cut = new EnumMap<>(Language.class);
    name.byLanguage().forEach((language, text) -> cut.put(language, of(text, most)));
    return new LocalText(cut);
  }

  private static String of(String text, int most) {
    if (text.length() <= most) return text;
    int bracket = text.indexOf(" (");
    if (bracket > 0) return of(text.substring(0, bracket), most);
    int space = text.lastIndexOf(' ', most);
    return text.substring(0, space > most / 2 ? space : most).strip();
  }
}
