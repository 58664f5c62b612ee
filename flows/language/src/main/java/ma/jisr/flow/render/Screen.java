package ma.jisr.flow.render;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.value.Value;

/**
 * What is to be shown, before it is made to fit.
 *
 * @param parts the texts of one turn, joined by a line break; each message's placeholders are
 *     looked up in {@code values}
 * @param values by the placeholder's full name ("where", "take.number")
 * @param options numbered after the texts, in order; may be empty
 * @param footer the ways out that are offered
 * @param tail texts that stand behind the options: what is good to know, but answers nothing
 * @param byNumber whether the options are all that can be answered, so that SMS may say "answer
 *     with the number"
 */
public record Screen(
    List<Message> parts,
    Map<String, Value> values,
    List<Option> options,
    Footer footer,
    List<Message> tail,
    boolean byNumber) {
  public Screen {
    parts = List.copyOf(parts);
    values = Map.copyOf(values);
    options = List.copyOf(options);
    tail = List.copyOf(tail);
  }

  /** A screen without a tail. */
  public Screen(
      List<Message> parts, Map<String, Value> values, List<Option> options, Footer footer) {
    this(parts, values, options, footer, List.of(), true);
  }

  /**
   * One option.
   *
   * @param id what choosing it means to the engine
   * @param label variants per language, full to terse
   * @param digit its fixed digit ("1"); empty for lists, whose items are numbered per page
   * @param values for the label's own placeholders
   */
  public record Option(String id, Message label, String digit, Map<String, Value> values) {
    private static final Message LABEL = new Message("label", itsLabel(), 0);

    public Option {
      values = Map.copyOf(values);
    }

    /** An item of a list: numbered per page, called by its label in the reader's language. */
    public static Option of(Value.Item item) {
      return new Option(item.id(), LABEL, "", Map.of("label", item));
    }

    private static Map<Language, List<String>> itsLabel() {
      Map<Language, List<String>> label = new EnumMap<>(Language.class);
      for (Language language : Language.values()) label.put(language, List.of("{label}"));
      return label;
    }
  }

  /** Which of the fixed keys the screen offers; "more" is the renderer's own. */
  public record Footer(boolean back, boolean home) {
    public static final Footer NONE = new Footer(false, false);
  }
}
