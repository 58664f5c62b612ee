package ma.jisr.service.hotspots;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ma.jisr.base.text.Digits;
import ma.jisr.base.text.TextFold;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.Hotspot.State;

/**
 * What stands behind HS: {@code 1042 OK}, {@code 1042 PANNE}, {@code 1042 FERME}, {@code NEW place,
 * landmark}. In the words of all languages, in any order and case.
 */
sealed interface FieldCommand {
  /** How a hotspot was found. */
  record Check(String code, State state) implements FieldCommand {}

  /** One that is new: a place and a landmark, parted by a comma or not at all. */
  record New(String text) implements FieldCommand {}

  /** Longest that is read, characters: one SMS. */
  int MOST = 160;

  /** Reads it; empty when it is none of these. */
  static Optional<FieldCommand> read(String text) {
    return Reader.read(text.substring(0, Math.min(text.length(), MOST)));
  }

  /** The words that are known, and how they are read. */
  final class Reader {
    private static final Set<String> NEW =
        Set.copyOf(
            folded("new nouveau nouvelle neuf jdid jdida jadid amaynu amaynou جديد جديدة نيو"));

    private static final Map<String, State> STATES = new HashMap<>();

    static {
      states(
          State.WORKS,
          "ok okay marche fonctionne works working up khdam khddam khedam kheddam kaykhdem"
              + " mzyan mezyan ikhddm ikhdm itkhdam خدام كيخدم مزيان يعمل تعمل اوكي");
      states(
          State.BROKEN,
          "ko panne hs cassé broken down makhdamch makaykhdemch khasser khser ikhsr ixsr khsrn"
              + " خاسر خسر معطل عطلان ماخدامش لايعمل");
      states(
          State.CLOSED,
          "ferme fermé fermée closed tsed msdoud mesdoud masdoud iqqn مغلق مغلوق مسدود تسد");
    }

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Reader() {}

    static Optional<FieldCommand> read(String text) {
      String plain = Digits.western(text).strip();
      String[] written = BLANKS.split(plain, 2);
      if (NEW.contains(TextFold.command(written[0])))
        return written.length < 2 ? Optional.empty() : Optional.of(new New(written[1]));
      String code = null;
      State state = null;
      for (String word : TextFold.words(plain)) {
        if (Hotspot.CODE.matcher(word).matches()) {
          if (code != null) return Optional.empty();
          code = word;
        } else if (STATES.containsKey(word)) {
          State said = STATES.get(word);
          if (state != null && state != said) return Optional.empty();
          state = said;
        }
      }
      if (code == null || state == null) return Optional.empty();
      return Optional.of(new Check(code, state));
    }

    private static void states(State state, String words) {
      for (String word : folded(words)) STATES.put(word, state);
    }

    private static List<String> folded(String words) {
      return TextFold.words(words);
    }
  }
}
