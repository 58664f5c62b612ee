package ma.jisr.service.tickets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.jisr.base.text.Digits;
import ma.jisr.base.text.TextFold;
import org.jspecify.annotations.Nullable;

/**
 * What staff write by SMS: "NEXT", "SUIVANT 2" at counter 2, "PAUSE 20", in the words of all
 * languages. Drafts: the Darija and Tachelhit await a native reader.
 *
 * @param act what is wanted; null to see how things are
 * @param number behind the word: a counter, or minutes of a pause; 0 for none
 */
record StaffCommand(@Nullable Act act, int number) {
  /** Pauses of staff who do not say how long, minutes. */
  static final int PAUSE = 15;

  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

  private static final Map<String, Optional<Act>> WORDS = new HashMap<>();

  static {
    words(Act.NEXT, "suivant suivante next التالي جاي الجاي jay wayyad");
    words(Act.ABSENT, "absent absente missing غائب غايب ghayb");
    words(Act.RECALL, "rappeler rappel recall عيط 3ayet ghr");
    words(Act.UNDO, "défaire undo");
    words(Act.PAUSE, "pause توقف بوز tasunfut");
    words(Act.OPEN, "ouvrir ouvre open فتح حل 7ell 7el rzm");
    words(Act.CLOSE, "fermer ferme close إغلاق سد sedd qqn");
    words(null, "statut status état حالة");
    phrase(null, "شكون كاين", "ch7al kayn");
    phrase(Act.ABSENT, "ur illi");
  }

  /** Reads it; empty when it is none of these. */
  static Optional<StaffCommand> read(String text) {
    List<String> words = TextFold.words(Digits.western(text).strip());
    if (words.isEmpty()) return Optional.empty();
    int number = 0;
    if (words.size() > 1 && NUMBER.matcher(words.getLast()).matches()) {
      number = Integer.parseInt(words.getLast());
      words = words.subList(0, words.size() - 1);
    }
    Optional<Act> act = WORDS.get(String.join(" ", words));
    return act == null ? Optional.empty() : Optional.of(new StaffCommand(act.orElse(null), number));
  }

  /** The counter; "" where none is said. */
  String counter() {
    return act == Act.PAUSE || number == 0 ? "" : Integer.toString(number);
  }

  /** How long the pause is, minutes. */
  int minutes() {
    return number == 0 ? PAUSE : number;
  }

  private static void words(@Nullable Act act, String words) {
    for (String word : TextFold.words(words)) WORDS.put(word, Optional.ofNullable(act));
  }

  private static void phrase(@Nullable Act act, String... phrases) {
    for (String phrase : phrases)
      WORDS.put(String.join(" ", TextFold.words(phrase)), Optional.ofNullable(act));
  }
}
