package ma.jisr.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Language;
import ma.jisr.base.text.TextFold;
import ma.jisr.flow.input.Typed;
import ma.jisr.flow.model.Flow;
import org.jspecify.annotations.Nullable;

/** The start words of all flows, by the first of their words. Immutable. */
final class Lexicon {
  /** What parts words as they were written. */
  private static final String BLANKS = " \t\n\u000B\f\r";

  private final Map<String, List<Entry>> byFirst = new HashMap<>();

  private record Entry(List<String> words, Flow flow, Language language) {}

  /** A start word as it was used: what it starts, what followed it, the language it belongs to. */
  record Started(Flow flow, String rest, Language language) {}

  /**
   * @param flows in their order: where two have the same start word, the first has it
   */
  Lexicon(Collection<Flow> flows) {
    for (Flow flow : flows)
      for (Language language : Language.values())
        for (String word : flow.start().words().getOrDefault(language, List.of()))
          add(new Entry(TextFold.words(word), flow, language));
  }

  private void add(Entry entry) {
    if (!entry.words.isEmpty())
      byFirst.computeIfAbsent(entry.words.getFirst(), _ -> new ArrayList<>()).add(entry);
  }

  /** The flow whose start word the text is, or begins with; the longest word wins. */
  Optional<Started> startedBy(Typed text, ChannelKind kind) {
    String command = text.command();
    int end = command.indexOf(' ');
    List<Entry> entries = byFirst.get(end < 0 ? command : command.substring(0, end));
    if (entries == null) return Optional.empty();
    List<String> typed = List.of(command.split(" ", -1));
    Entry best = longest(entries, typed, kind);
    if (best == null) return Optional.empty();
    int begun = best.words.size();
    boolean takesRest = best.flow.start().rest() != null;
    if (best.flow.start().habits().whole())
      return Optional.of(new Started(best.flow, text.text().strip(), best.language));
    if (begun < typed.size() && !takesRest) return Optional.empty();
    String rest = takesRest && begun < typed.size() ? rest(text.text(), typed, begun) : "";
    return Optional.of(new Started(best.flow, rest, best.language));
  }

  private static @Nullable Entry longest(
      List<Entry> entries, List<String> typed, ChannelKind kind) {
    Entry best = null;
    for (Entry entry : entries) {
      int n = entry.words.size();
      if (n > typed.size() || (best != null && n <= best.words.size())) continue;
      boolean begins = typed.subList(0, n).equals(entry.words);
      if (begins && entry.flow.channels().contains(kind)) best = entry;
    }
    return best;
  }

  /** What follows the first words as it was written: names are found by their own letters. */
  private static String rest(String text, List<String> typed, int begun) {
    List<String> written = blankApart(text.strip());
    List<String> wanted = typed.subList(begun, typed.size());
    int before = 0;
    int from = 0;
    while (from < written.size() && before < begun)
      before += TextFold.words(written.get(from++)).size();
    List<String> words = new ArrayList<>();
    for (int to = from; to < written.size(); to++) {
      words.addAll(TextFold.words(written.get(to)));
      boolean all = words.equals(wanted) || TextFold.trimmed(words).equals(wanted);
      if (all) return String.join(" ", written.subList(from, to + 1));
    }
    return String.join(" ", wanted);
  }

  private static List<String> blankApart(String text) {
    List<String> parts = new ArrayList<>();
    int from = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean blank = i == text.length() || BLANKS.indexOf(text.charAt(i)) >= 0;
      if (!blank && from < 0) from = i;
      if (blank && from >= 0) {
        parts.add(text.substring(from, i));
        from = -1;
      }
    }
    return parts;
  }
}
