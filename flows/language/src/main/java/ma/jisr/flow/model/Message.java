package ma.jisr.flow.model;

import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;

/**
 * What a step says. Variants run from full to terse; {@code {name}} and {@code {name.field}} stand
 * for values.
 *
 * @param name as in the file
 * @param variants per language, at least one variant each
 * @param line of the file, for messages
 */
public record Message(String name, Map<Language, List<String>> variants, int line) {
  public Message {
    variants = Map.copyOf(variants);
  }
}
