package ma.jisr.flow;

import java.util.Optional;
import ma.jisr.base.text.Digits;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Dialogue;

/** Tells a PIN that somebody types where none was asked for. */
final class Pins {
  private Pins() {}

  static boolean looksLike(Draft draft, String text) {
    String typed = Digits.western(text.strip());
    return typed.matches("\\d{4,6}") && !expected(draft, typed);
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
