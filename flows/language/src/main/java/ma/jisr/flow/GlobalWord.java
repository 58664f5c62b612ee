package ma.jisr.flow;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ma.jisr.base.text.TextFold;

/**
 * The words that work everywhere. Matched on the whole message, without thanks, punctuation,
 * accents and case: "we must stop this bill" is no STOP. Drafts: Darija and Tachelhit await a
 * native reader.
 */
enum GlobalWord {
  STOP("stop, arret, arrêt, arreter, désabonner, وقف, أوقف, حبس, 7bes, 7bess, hbes, unsubscribe"),
  HELP("aide, help, مساعدة, عاون, معاونة, 3awn, 3aweni, tiwisi"),
  CANCEL("annuler, annule, cancel, لغي, إلغاء, lghi, nker"),
  JOIN("reprendre, restart, rejoindre, join, استئناف, رجعني, reje3ni, rje3ni"),
  BACK("retour, back, رجوع, رجع, rje3, urri"),
  HOME("menu, القائمة, accueil"),
  MORE("suite, more, المزيد, zid, زيد, uggar"),
  RESUME("kemmel, kmel, كمل, continuer, continue, متابعة, kmml");

  private final Set<String> words;

  GlobalWord(String listed) {
    words =
        Arrays.stream(listed.split(", ", -1))
            .map(TextFold::command)
            .collect(Collectors.toUnmodifiableSet());
  }

  static Optional<GlobalWord> of(String text) {
    String typed = TextFold.command(text);
    return Arrays.stream(values()).filter(w -> w.words.contains(typed)).findFirst();
  }
}
