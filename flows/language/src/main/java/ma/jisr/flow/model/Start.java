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
 * @param intents the labels of the wishes that it answers ({@code hotspot.find})
 * @param fills which types of values in a free text are typed ahead for which ask step; the first
 *     type that the text has counts
 */
public record Start(
    int ussd,
    Map<Language, List<String>> words,
    @Nullable String rest,
    List<String> intents,
    SequencedMap<String, List<String>> fills) {
  /** A flow that only other flows and operators start. */
  public static final Start NONE =
      new Start(0, Map.of(), null, List.of(), Collections.emptySortedMap());

  public Start {
    words = Map.copyOf(words);
    intents = List.copyOf(intents);
    fills = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fills));
  }
}
