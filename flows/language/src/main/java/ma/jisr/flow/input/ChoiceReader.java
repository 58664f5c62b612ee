package ma.jisr.flow.input;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import ma.jisr.base.text.Digits;
import ma.jisr.base.text.TextFold;
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

  static Reading read(Question question, String text) {
    String digits = Digits.western(text.strip());
    for (Rendered.Key key : question.keys())
      if (!key.option().startsWith("@") && key.digits().equals(digits))
        return new Reading.Chosen(key.option());
    String typed = TextFold.command(text);
    if (typed.isEmpty()) return Reading.WRONG;
    for (Rendered.Key key : question.keys())
      if (!key.option().startsWith("@") && TextFold.command(key.label()).equals(typed))
        return new Reading.Chosen(key.option());
    List<String> same = having(question, typed::equals);
    if (same.size() == 1) return new Reading.Chosen(same.getFirst());
    if (!same.isEmpty()) return new Reading.Among(same, false);
    return byPart(question, typed);
  }

  private static Reading byPart(Question question, String typed) {
    if (Keypad.isKeys(typed)) {
      if (!question.paged()) return Reading.WRONG;
      return oneOrMore(having(question, name -> Keypad.of(name).startsWith(typed)));
    }
    if (typed.length() >= CUT || question.paged()) {
      List<String> cut = having(question, name -> name.startsWith(typed));
      if (!cut.isEmpty()) return oneOrMore(cut);
    }
    List<String> near = having(question, name -> Edits.near(name, typed));
    return near.isEmpty() ? Reading.WRONG : new Reading.Among(near, true);
  }

  private static Reading oneOrMore(List<String> ids) {
    if (ids.isEmpty()) return Reading.WRONG;
    return ids.size() == 1 ? new Reading.Chosen(ids.getFirst()) : new Reading.Among(ids, false);
  }

  private static List<String> having(Question question, Predicate<String> fits) {
    List<String> found = new ArrayList<>();
    for (Question.Candidate candidate : question.candidates()) {
      boolean any = candidate.names().stream().map(TextFold::command).anyMatch(fits);
      if (any && found.size() < MOST) found.add(candidate.id());
    }
    return found;
  }
}
