package ma.jisr.flow.model;

import java.util.List;
import java.util.Map;
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
 */
public record Start(int ussd, Map<Language, List<String>> words, @Nullable String rest) {
  public Start {
    words = Map.copyOf(words);
  }
}
