package ma.jisr.flow.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import ma.jisr.base.Language;
import org.jspecify.annotations.Nullable;

/**
 * How a flow begins.
 *
 * @param ussd its digit in the main menu and behind the service code ({@code *585*1#}); 0 when it
 *     has none
 * @param words its start words per language, folded when matched
 * @param rest the step that takes what follows the start word or the digit ("wifi amizmiz", {@code
 *     *585*1*1042#})
 * @param habits what else is particular about its beginning
 * @param intents the labels of the wishes that it answers ({@code hotspot.find})
 * @param fills which types of values in a free text are typed ahead for which ask step; the first
 *     type that the text has counts; {@link #HERE} is where the network says that the phone is
 * @param said which types of values in a free text are kept as values of the flow, by their names
 */
public record Start(
    int ussd,
    Map<Language, List<String>> words,
    @Nullable String rest,
    Habits habits,
    List<String> intents,
    SequencedMap<String, List<String>> fills,
    SequencedMap<String, List<String>> said) {
  /** Among the types of {@code fills}: no text holds it, the channel tells it. */
  public static final String HERE = "here";

  /** A flow that only other flows and operators start. */
  public static final Start NONE =
      new Start(
          0,
          Map.of(),
          null,
          Habits.USUAL,
          List.of(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap());

  public Start {
    words = Map.copyOf(words);
    intents = List.copyOf(intents);
    fills = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fills));
    said = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(said));
  }

  /**
   * What is particular about a beginning.
   *
   * @param further the steps that take the numbers after the first, where nothing but numbers
   *     follows: {@code *585*3*1042*45#}
   * @param alone the step where it begins when nothing has been said for {@code rest}: "ticket"
   *     alone asks after one's own; null for the first step in any case
   * @param whole whether {@code rest} takes the start word as well ("PAUSE 20"): the words of one
   *     flow then say what is to be done
   * @param unlisted whether its digit is only dialled behind the service code, and not offered in
   *     the main menu: for those who know it
   * @param cancels whether it answers the word that cancels, when nothing is open that could be
   * @param tied whether it begins by chat only for who has tied the chat to a phone: without its
   *     number nothing would come of it
   */
  public record Habits(
      List<String> further,
      @Nullable String alone,
      boolean whole,
      boolean unlisted,
      boolean cancels,
      boolean tied) {
    public static final Habits USUAL = new Habits(List.of(), null, false, false, false, false);

    public Habits {
      further = List.copyOf(further);
    }
  }
}
