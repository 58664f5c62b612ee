package ma.jisr.app.channels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that a person sees.
 *
 * @param text whole, as shown
 * @param choices what may be pressed with it, in order; where nothing is to be pressed, its
 *     numbered lines
 * @param over whether it ends a dialogue
 */
record Shown(String text, List<Choice> choices, boolean over) {
  private static final Pattern NUMBERED = Pattern.compile("(?m)^(\\d{1,2})[ .:)]+(\\S.*)$");

  Shown {
    choices = List.copyOf(choices);
  }

  /**
   * Something to be pressed.
   *
   * @param label as shown, without digits before it; it may be cut by the platform
   * @param pressed what the channel's fake needs to press it: digits, a button's data
   */
  record Choice(String label, String pressed) {}

  /** A text of a channel without buttons. */
  static Shown plain(String text, boolean over) {
    List<Choice> choices = new ArrayList<>();
    Matcher line = NUMBERED.matcher(text);
    while (line.find()) choices.add(new Choice(line.group(2), line.group(1)));
    return new Shown(text, choices, over);
  }

  /** The choice whose label begins so; a label that was cut begins so as far as it goes. */
  Optional<Choice> choice(String beginning) {
    return choices.stream().filter(choice -> fits(choice.label(), beginning)).findFirst();
  }

  private static boolean fits(String label, String beginning) {
    return label.endsWith("…")
        ? beginning.startsWith(label.substring(0, label.length() - 1))
            || label.startsWith(beginning)
        : label.startsWith(beginning);
  }
}
