package ma.jisr.flow.model;

import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a step says. Variants run from full to terse; {@code {name}} and {@code {name.field}} stand
 * for values.
 *
 * @param name as in the file
 * @param variants per language, at least one variant each
 * @param line of the file, for messages
 * @param reviewed who has read it as a native reader; null while it is a draft
 */
public record Message(
    String name, Map<Language, List<String>> variants, int line, @Nullable String reviewed) {
  public Message {
    variants = Map.copyOf(variants);
  }

  /** A draft. */
  public Message(String name, Map<Language, List<String>> variants, int line) {
    this(name, variants, line, null);
  }
}
