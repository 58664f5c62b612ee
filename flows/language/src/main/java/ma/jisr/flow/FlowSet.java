package ma.jisr.flow;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import ma.jisr.base.Language;
import ma.jisr.base.text.TextFold;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Message;

/**
 * The flows that a gateway runs, by id, and the engine's own texts.
 *
 * @param flows by id; where two have the same start word, the first has it
 * @param common the engine's texts by name ({@code common.yaml})
 */
public record FlowSet(SequencedMap<String, Flow> flows, Map<String, Message> common) {
  public FlowSet {
    flows = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(flows));
    common = Map.copyOf(common);
  }

  public static FlowSet of(Collection<Flow> flows, Map<String, Message> common) {
    SequencedMap<String, Flow> byId = new LinkedHashMap<>();
    for (Flow flow : flows) byId.put(flow.id(), flow);
    return new FlowSet(byId, common);
  }

  public Optional<Flow> named(String id) {
    return Optional.ofNullable(flows.get(id));
  }

  /** A start word as it was used: what it starts, what followed it, the language it belongs to. */
  record Started(Flow flow, String rest, Language language) {}

  /**
   * One of the engine's own texts.
   *
   * @throws IllegalStateException when common.yaml lacks it
   */
  Message text(String name) {
    Message message = common.get(name);
    if (message == null) throw new IllegalStateException("common.yaml lacks " + name);
    return message;
  }

  /** The flows of the main menu. */
  List<Flow> menu(ChannelKind kind) {
    return flows.values().stream()
        .filter(f -> f.start().ussd() > 0 && f.channels().contains(kind))
        .toList();
  }

  Optional<Flow> byDigit(String digit) {
    return flows.values().stream()
        .filter(f -> f.start().ussd() > 0 && digit.equals("" + f.start().ussd()))
        .findFirst();
  }

  /** The flow whose start word the text is, or begins with; the longest word wins. */
  Optional<Started> startedBy(String text, ChannelKind kind) {
    List<String> typed = List.of(TextFold.command(text).split(" ", -1));
    Started best = null;
    int longest = 0;
    for (Flow flow : flows.values()) {
      if (!flow.channels().contains(kind)) continue;
      for (Language language : Language.values()) {
        for (String word : flow.start().words().getOrDefault(language, List.of())) {
          List<String> folded = TextFold.words(word);
          int n = folded.size();
          boolean begins = n <= typed.size() && typed.subList(0, n).equals(folded);
          if (!begins || n <= longest) continue;
          longest = n;
          String rest = flow.start().rest() == null ? "" : rest(text, typed, n);
          best = new Started(flow, rest, language);
        }
      }
    }
    if (best == null) return Optional.empty();
    boolean whole = longest == typed.size() || best.flow.start().rest() != null;
    return whole ? Optional.of(best) : Optional.empty();
  }

  /** What follows the first words as it was written: names are found by their own letters. */
  private static String rest(String text, List<String> typed, int begun) {
    String folded = String.join(" ", typed.subList(begun, typed.size()));
    List<String> written = List.of(text.strip().split("\\s+", -1));
    int from = 0;
    while (from < written.size() && words(written.subList(0, from)) < begun) from++;
    for (int to = from; to <= written.size(); to++) {
      String rest = String.join(" ", written.subList(from, to));
      if (TextFold.command(rest).equals(folded)) return rest;
    }
    return folded;
  }

  private static int words(List<String> written) {
    return written.isEmpty() ? 0 : TextFold.words(String.join(" ", written)).size();
  }
}
