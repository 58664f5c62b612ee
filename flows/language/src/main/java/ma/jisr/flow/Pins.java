package ma.jisr.flow;

import java.util.Optional;
import ma.jisr.flow.input.Typed;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Dialogue;
import org.jspecify.annotations.Nullable;

/** Tells a PIN that somebody types where none was asked for: nowhere is one asked for. */
final class Pins {
  private static final int LEAST = 4;
  private static final int MOST = 6;
  private static final int CENTIMES_A_DIRHAM = 100;

  private Pins() {}

  static boolean looksLike(Draft draft, Typed typed) {
    boolean covert = isPrivate(draft);
    String digits = digits(typed, covert);
    if (digits.length() >= LEAST && digits.length() <= MOST) return !expected(draft, digits);
    return PinWords.tell(typed, covert, takesCode(draft));
  }

  /**
   * The digits of a text that is nothing else but the signs of a keypad at its end ("1234#"), and
   * where money is about, blanks between them ("12 34"); "" of any other.
   */
  private static String digits(Typed typed, boolean spaced) {
    String text = typed.digits();
    int end = text.length();
    while (end > 0 && "#*.!".indexOf(text.charAt(end - 1)) >= 0) end--;
    StringBuilder digits = new StringBuilder(MOST + 1);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (!digit && !(spaced && c == ' ')) return "";
      if (digit) digits.append(c);
      if (digits.length() > MOST) return "";
    }
    return digits.toString();
  }

  private static boolean isPrivate(Draft draft) {
    return draft
        .conversation()
        .flatMap(c -> draft.world().flows().named(c.frame().flow()))
        .filter(Flow::personal)
        .isPresent();
  }

  /** Whether the question that is shown takes such digits. */
  private static boolean expected(Draft draft, String typed) {
    Dialogue d = draft.dialogue().orElse(null);
    if (d == null) return false;
    if (d.keys().stream().anyMatch(k -> k.digits().equals(typed))) return true;
    Step.Ask ask = asked(draft);
    if (ask == null) return false;
    return switch (ask.type()) {
      case PLACE -> true;
      case CODE -> isWithin(typed.length(), ask.bounds());
      case NUMBER -> isWithin(Long.parseLong(typed), ask.bounds());
      case AMOUNT -> isWithin(Long.parseLong(typed) * CENTIMES_A_DIRHAM, ask.bounds());
      // The keys of a name's first letters, where a list is longer than its page.
      case CHOICE -> ask.source() != null && isKeys(typed) && !isPrivate(draft);
      case YESNO, MSISDN, DATE, SLOT, TEXT -> false;
    };
  }

  private static boolean takesCode(Draft draft) {
    Step.Ask ask = asked(draft);
    return ask != null
        && switch (ask.type()) {
          case PLACE, CODE, TEXT -> true;
          case CHOICE, YESNO, NUMBER, AMOUNT, MSISDN, DATE, SLOT -> false;
        };
  }

  private static Step.@Nullable Ask asked(Draft draft) {
    Optional<Step> step =
        draft
            .conversation()
            .filter(c -> c.state() == Conversation.State.ASKING)
            .flatMap(c -> draft.step());
    return step.orElse(null) instanceof Step.Ask ask ? ask : null;
  }

  private static boolean isWithin(long number, Step.Bounds bounds) {
    return number >= bounds.least() && number <= bounds.most();
  }

  private static boolean isKeys(String typed) {
    for (int i = 0; i < typed.length(); i++)
      if (typed.charAt(i) < '2' || typed.charAt(i) > '9') return false;
    return true;
  }
}
