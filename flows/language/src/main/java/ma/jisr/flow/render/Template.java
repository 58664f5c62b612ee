package ma.jisr.flow.render;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import ma.jisr.flow.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One variant of a message with its placeholders filled in.
 *
 * <p>A clause runs to the next {@code , . ; ? !} followed by a space or the end, to a line break or
 * to a bracket. One that holds a value that is absent is left out whole, with the punctuation
 * before it (the first one with what follows it): a half sentence says something else than was
 * meant.
 */
final class Template {
  /** Field of an amount that stands for {@link ValueText#readBack}. */
  static final String READ_BACK = "read_back";

  private static final String ENDS = ",.;?!،؛؟";
  private static final String SENTENCE_ENDS = ".?!؟";

  private final String text;
  private final Function<String, @Nullable String> filler;

  private Template(String text, Function<String, @Nullable String> filler) {
    this.text = text;
    this.filler = filler;
  }

  /** The text with each {@code {name}} replaced, and clauses without their value left out. */
  static String fill(String text, Map<String, Value> values, ValueText reads) {
    if (text.indexOf('{') < 0) return text;
    return new Template(text, name -> read(name, values, reads)).filled();
  }

  private static @Nullable String read(String name, Map<String, Value> values, ValueText reads) {
    Value value = find(name, values).orElse(null);
    if (value != null) return reads.of(value);
    int dot = name.lastIndexOf('.');
    if (dot < 0 || !name.endsWith("." + READ_BACK)) return null;
    return find(name.substring(0, dot), values).orElse(null) instanceof Value.Amount amount
        ? reads.readBack(amount)
        : null;
  }

  /** The value of that full name, else the field of an item of the name before the last dot. */
  private static Optional<Value> find(String name, Map<String, Value> values) {
    Value direct = values.get(name);
    if (direct != null) return Optional.of(direct);
    int dot = name.lastIndexOf('.');
    if (dot < 0) return Optional.empty();
    return find(name.substring(0, dot), values)
        .filter(Value.Item.class::isInstance)
        .map(Value.Item.class::cast)
        .map(item -> item.fields().get(name.substring(dot + 1)));
  }

  private String filled() {
    StringBuilder out = new StringBuilder(text.length() + 32);
    String before = "";
    boolean dropped = false;
    int at = 0;
    while (at < text.length()) {
      int end = clauseEnd(at);
      String clause = clause(at, end);
      int next = separatorEnd(end);
      String after = text.substring(end, next);
      if (clause == null) {
        dropped = true;
        before = joined(before, after, out.isEmpty());
      } else {
        out.append(before).append(begins(out, before, at) ? capital(clause) : clause);
        // A value that brings its own full stop needs no second one.
        boolean ended = !clause.isEmpty() && clause.endsWith(".") && after.startsWith(".");
        before = ended ? after.substring(1) : after;
      }
      at = next;
    }
    if (out.isEmpty() && dropped) return withoutAbsent();
    return out.append(before).toString().strip();
  }

  /** Whether a value stands here where a sentence begins: names keep their letters elsewhere. */
  private boolean begins(StringBuilder out, String before, int at) {
    return text.charAt(at) == '{' && (out.isEmpty() || endsSentence(before) || ended(out));
  }

  private static boolean ended(StringBuilder out) {
    String said = out.toString().stripTrailing();
    return !said.isEmpty() && said.endsWith(".");
  }

  private static String capital(String clause) {
    if (clause.isEmpty()) return clause;
    return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1);
  }

  /** What stays between two clauses when the one between these separators is gone. */
  private static String joined(String before, String after, boolean first) {
    if (first) return "";
    if (before.indexOf('(') >= 0) return after.replaceFirst("\\)", "");
    int bracket = before.indexOf(')');
    if (bracket >= 0)
      return before.substring(0, bracket + 1) + stronger(before.substring(bracket + 1), after);
    return stronger(before, after);
  }

  private static String stronger(String before, String after) {
    if (after.isEmpty()) return endsSentence(before) ? before : "";
    return endsSentence(before) && !endsSentence(after) && after.indexOf('\n') < 0 ? before : after;
  }

  private static boolean endsSentence(String separator) {
    return separator.chars().anyMatch(c -> SENTENCE_ENDS.indexOf(c) >= 0);
  }

  private int clauseEnd(int from) {
    int at = from;
    while (at < text.length() && !separates(at)) at++;
    return at;
  }

  private int separatorEnd(int from) {
    int at = from;
    while (at < text.length() && (separates(at) || Character.isWhitespace(text.charAt(at)))) at++;
    return at;
  }

  private boolean separates(int at) {
    char c = text.charAt(at);
    if (c == '\n' || c == '(' || c == ')') return true;
    if (c == ' ' && at + 1 < text.length()) {
      char next = text.charAt(at + 1);
      return next == '(' || next == '?' || next == '!';
    }
    if (ENDS.indexOf(c) < 0) return false;
    return at + 1 == text.length()
        || Character.isWhitespace(text.charAt(at + 1))
        || separates(at + 1);
  }

  /** The clause with its placeholders filled in; null when a value is absent. */
  private @Nullable String clause(int from, int to) {
    StringBuilder out = new StringBuilder();
    int at = from;
    while (at < to) {
      int close = placeholderEnd(at, to);
      if (close < 0) {
        out.append(text.charAt(at++));
        continue;
      }
      String value = filler.apply(text.substring(at + 1, close));
      if (value == null || value.isBlank()) return null;
      out.append(value);
      at = close + 1;
    }
    return out.toString();
  }

  /** Where the placeholder that opens here closes; -1 when none opens here. */
  private int placeholderEnd(int at, int to) {
    if (text.charAt(at) != '{') return -1;
    int close = text.indexOf('}', at);
    if (close < 0 || close >= to || close == at + 1) return -1;
    for (int i = at + 1; i < close; i++) if (!isNamePart(text.charAt(i))) return -1;
    return close;
  }

  private static boolean isNamePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
  }

  /** Nothing whole is left: better the words without the values than an empty screen. */
  private String withoutAbsent() {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int close = placeholderEnd(at, text.length());
      if (close < 0) {
        out.append(text.charAt(at++));
      } else {
        String value = filler.apply(text.substring(at + 1, close));
        if (value != null) out.append(value);
        at = close + 1;
      }
    }
    return out.toString().replaceAll("\\s+", " ").replaceAll("^[ ,.;،؛]+", "").strip();
  }
}
