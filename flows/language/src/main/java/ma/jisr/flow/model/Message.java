package ma.jisr.flow.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.jisr.base.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a step says. Variants run from full to terse; {@code {name}} and {@code {name.field}} stand
 * for values. Read once, when the flow is loaded. Immutable.
 */
public final class Message {
  private final String name;
  private final Map<Language, List<String>> variants;
  private final int line;
  private final @Nullable String reviewed;
  private final List<Placeholder> placeholders;
  private final List<String> names;

  /**
   * @param name as in the file
   * @param variants per language, at least one variant each
   * @param line of the file, for messages
   * @param reviewed who has read it as a native reader; null while it is a draft
   */
  public Message(
      String name, Map<Language, List<String>> variants, int line, @Nullable String reviewed) {
    this.name = name;
    this.variants = Map.copyOf(variants);
    this.line = line;
    this.reviewed = reviewed;
    this.placeholders = Placeholder.of(this.variants);
    this.names = this.variants.values().stream().flatMap(Collection::stream).toList();
  }

  /** A draft. */
  public Message(String name, Map<Language, List<String>> variants, int line) {
    this(name, variants, line, null);
  }

  public String name() {
    return name;
  }

  public Map<Language, List<String>> variants() {
    return variants;
  }

  /** All variants in all languages: what may be typed to choose what it is the label of. */
  public List<String> names() {
    return names;
  }

  public int line() {
    return line;
  }

  public @Nullable String reviewed() {
    return reviewed;
  }

  /** Of all its variants, each once. */
  public List<Placeholder> placeholders() {
    return placeholders;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Message that
        && name.equals(that.name)
        && variants.equals(that.variants)
        && line == that.line
        && Objects.equals(reviewed, that.reviewed);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, line);
  }

  @Override
  public String toString() {
    return "Message[" + name + ", line " + line + "]";
  }
}
