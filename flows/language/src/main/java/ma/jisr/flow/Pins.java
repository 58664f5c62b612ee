package ma.jisr.flow;

import java.util.Optional;
import ma.jisr.flow.input.Typed;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Dialogue;

/** Tells a PIN that somebody types where none was asked for. */
final class Pins {
  private Pins() {}

  static boolean looksLike(Draft draft, Typed typed) {
    return isDigits(typed) && !expected(draft, typed.digits());
  }

  /** Whether it is 4 to 6 digits and nothing else. */
  static boolean isDigits(Typed typed) {
    String digits = typed.digits();
    if (digits.length() < 4 || digits.length() > 6) return false;
    for (int i = 0; i < digits.length(); i++)
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') return false;
    return true;
  }

  /** Whether the question that is shown takes such digits. */
  private static boolean expected(Draft draft, String typed) {
    Dialogue d = draft.dialogue().orElse(null);
    if (d == null) return false;
    if (d.keys().stream().anyMatch(k -> k.digits().equals(typed))) return true;
    Optional<Step> step =
        draft
            .conversation()
            .filter(c -> c.state() == Conversation.State.ASKING)
            .flatMap(c -> draft.step());
    if (!(step.orElse(null) instanceof Step.Ask ask)) return false;
    return switch (ask.type()) {
      case NUMBER, CODE, AMOUNT, PLACE -> true;
      // The keys of a name's first letters, where a list is longer than its page.
      case CHOICE -> ask.source() != null && typed.matches("[2-9]+");
      case YESNO, MSISDN, DATE, SLOT, TEXT -> false;
    };
  }
}
