package ma.jisr.flow;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.text.TextFold;
import ma.jisr.flow.input.Typed;

/**
 * The words that work everywhere. Matched on the whole message, without thanks, punctuation,
 * accents and case: "we must stop this bill" is no STOP. Drafts: Darija and Tachelhit await a
 * native reader.
 */
public enum GlobalWord {
  STOP("stop, arret, arrêt, arreter, désabonner, وقف, أوقف, حبس, 7bes, 7bess, hbes, unsubscribe"),
  HELP("aide, help, مساعدة, عاون, معاونة, 3awn, 3aweni, tiwisi"),
  CANCEL("annuler, annule, cancel, لغي, إلغاء, lghi, nker"),
  JOIN("reprendre, restart, rejoindre, join, استئناف, رجعني, reje3ni, rje3ni"),
  BACK("retour, back, رجوع, رجع, rje3, urri"),
  HOME("menu, القائمة, accueil"),
  MORE("suite, more, المزيد, zid, زيد, uggar"),
  RESUME("kemmel, kmel, كمل, continuer, continue, متابعة, kmml");

  private static final Map<String, GlobalWord> BY_WORD = byWord();

  private final String listed;

  GlobalWord(String listed) {
    this.listed = listed;
  }

  private static Map<String, GlobalWord> byWord() {
    Map<String, GlobalWord> found = new HashMap<>();
    for (GlobalWord global : values())
      for (String word : global.listed.split(", ", -1)) found.put(TextFold.command(word), global);
    return Map.copyOf(found);
  }

  /** Every word, as a command is matched, with what it does: what no flow may use for its own. */
  public static Map<String, String> table() {
    Map<String, String> table = new HashMap<>();
    BY_WORD.forEach((word, global) -> table.put(word, global.name().toLowerCase(Locale.ROOT)));
    return Map.copyOf(table);
  }

  /** Which of them the whole message is; empty for anything else. */
  static Optional<GlobalWord> of(Typed typed) {
    return Optional.ofNullable(BY_WORD.get(typed.command()));
  }
}
