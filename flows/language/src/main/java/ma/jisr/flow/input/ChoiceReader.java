package ma.jisr.flow.input;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.flow.render.Rendered;

/**
 * Reads a choice: the number on the page shown, a label or declared word, a cut label, a near miss;
 * from lists longer than a page also the first letters, or the keys that bear them.
 */
final class ChoiceReader {
  /** A label cut by a platform or by its typist keeps at least so many characters. */
  private static final int CUT = 3;

  /** More than a page of guesses is no help. */
  private static final int MOST = 40;

  private ChoiceReader() {}

  static Reading read(Question question, Typed text) {
    String digits = text.digits();
    for (Rendered.Key key : question.keys())
      if (!key.option().startsWith("@") && key.digits().equals(digits))
        return new Reading.Chosen(key.option());
    String typed = text.command();
    if (typed.isEmpty()) return Reading.WRONG;
    for (Rendered.Key key : question.keys())
      if (!key.option().startsWith("@") && question.names().of(key.label()).equals(typed))
        return new Reading.Chosen(key.option());
    List<String> same = having(question, typed, Likeness.SAME);
    if (same.size() == 1) return new Reading.Chosen(same.getFirst());
    if (!same.isEmpty()) return new Reading.Among(same, false);
    return byPart(question, typed);
  }

  private static Reading byPart(Question question, String typed) {
    if (Keypad.isKeys(typed)) {
      if (!question.paged()) return Reading.WRONG;
      return oneOrMore(having(question, typed, Likeness.KEYS));
    }
    if (typed.length() >= CUT || question.paged()) {
      List<String> cut = having(question, typed, Likeness.BEGINNING);
      if (!cut.isEmpty()) return oneOrMore(cut);
    }
    List<String> near = having(question, typed, Likeness.NEAR);
    return near.isEmpty() ? Reading.WRONG : new Reading.Among(near, true);
  }

  private static Reading oneOrMore(List<String> ids) {
    if (ids.isEmpty()) return Reading.WRONG;
    return ids.size() == 1 ? new Reading.Chosen(ids.getFirst()) : new Reading.Among(ids, false);
  }

  /** How what was typed may be like a name. */
  private enum Likeness {
    SAME,
    BEGINNING,
    KEYS,
    NEAR;

    boolean is(String name, String typed) {
      return switch (this) {
        case SAME -> name.equals(typed);
        case BEGINNING -> name.startsWith(typed);
        case KEYS -> Keypad.of(name).startsWith(typed);
        case NEAR -> Edits.near(name, typed);
      };
    }
  }

  private static List<String> having(Question question, String typed, Likeness likeness) {
    List<String> found = new ArrayList<>();
    for (Question.Candidate candidate : question.candidates()) {
      if (found.size() == MOST) break;
      for (String name : candidate.names()) {
        if (!likeness.is(question.names().of(name), typed)) continue;
        found.add(candidate.id());
        break;
      }
    }
    return found;
  }
}
