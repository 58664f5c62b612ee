package ma.jisr.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import ma.jisr.flow.input.Typed;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Dialogue;
import ma.jisr.flow.render.Screen;

/**
 * The flows that a gateway runs, by id, and the engine's own texts; with what every turn looks up
 * among them. Immutable.
 */
public final class FlowSet {
  private final SequencedMap<String, Flow> flows;
  private final Map<String, Message> common;
  private final Set<String> hidden;
  private final Lexicon lexicon;
  private final Map<String, Flow> byIntent = new HashMap<>();
  private final Map<ChannelKind, List<Screen.Option>> menus = new EnumMap<>(ChannelKind.class);

  private FlowSet(
      SequencedMap<String, Flow> flows, Map<String, Message> common, Set<String> hidden) {
    this.flows = Collections.unmodifiableSequencedMap(flows);
    this.common = Map.copyOf(common);
    this.hidden = Set.copyOf(hidden);
    this.lexicon = new Lexicon(flows.values());
    for (ChannelKind kind : ChannelKind.values())
      menus.put(kind, menu(flows.values(), hidden, kind));
    for (Flow flow : flows.values())
      for (String intent : flow.start().intents()) byIntent.putIfAbsent(intent, flow);
  }

  /**
   * @param flows where two have the same start word, the first has it
   * @param common the engine's texts by name ({@code common.yaml})
   */
  public static FlowSet of(Collection<Flow> flows, Map<String, Message> common) {
    SequencedMap<String, Flow> byId = new LinkedHashMap<>();
    for (Flow flow : flows) byId.put(flow.id(), flow);
    return new FlowSet(byId, common, Set.of());
  }

  /** The same, which offers these flows in no menu: they are reached by their words and digits. */
  public FlowSet hiding(Set<String> ids) {
    return ids.isEmpty() ? this : new FlowSet(flows, common, ids);
  }

  private static List<Screen.Option> menu(
      Collection<Flow> flows, Set<String> hidden, ChannelKind kind) {
    List<Flow> offered = new ArrayList<>();
    for (Flow flow : flows)
      if (flow.start().ussd() > 0
          && !flow.start().habits().unlisted()
          && !hidden.contains(flow.id())
          && flow.channels().contains(kind)) offered.add(flow);
    offered.sort(Comparator.comparingInt(flow -> flow.start().ussd()));
    List<Screen.Option> options = new ArrayList<>();
    for (Flow flow : offered) {
      Message title = Objects.requireNonNull(flow.messages().get("title"));
      options.add(new Screen.Option(flow.id(), title, "" + flow.start().ussd(), Map.of()));
    }
    return List.copyOf(options);
  }

  /** By id. */
  public SequencedMap<String, Flow> flows() {
    return flows;
  }

  /** The engine's own texts by name. */
  public Map<String, Message> common() {
    return common;
  }

  /** Whether a flow is offered to nobody who has not asked for it. */
  boolean hides(Flow flow) {
    return hidden.contains(flow.id());
  }

  /** Whether it runs a private flow, by whichever way it came to it: phones are shared. */
  boolean personal(Conversation c) {
    if (personal(c.frame())) return true;
    for (Conversation.Frame caller : c.callers()) if (personal(caller)) return true;
    return false;
  }

  /** Whether one of these texts is a private flow's. */
  boolean personal(List<Dialogue.Said> texts) {
    for (Dialogue.Said text : texts) {
      Flow flow = flows.get(text.flow());
      if (flow != null && flow.personal()) return true;
    }
    return false;
  }

  private boolean personal(Conversation.Frame frame) {
    Flow flow = flows.get(frame.flow());
    return flow != null && flow.personal();
  }

  public Optional<Flow> named(String id) {
    return Optional.ofNullable(flows.get(id));
  }

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

  /** The main menu, in the order of its digits. */
  List<Screen.Option> menu(ChannelKind kind) {
    return Objects.requireNonNull(menus.get(kind));
  }

  Optional<Flow> byDigit(String digit) {
    for (Flow flow : flows.values())
      if (flow.start().ussd() > 0 && digit.equals("" + flow.start().ussd()))
        return Optional.of(flow);
    return Optional.empty();
  }

  /** The flow that cancels what services have given, where nothing is open; the first of them. */
  Optional<Flow> cancelling() {
    for (Flow flow : flows.values()) if (flow.start().habits().cancels()) return Optional.of(flow);
    return Optional.empty();
  }

  /** The flow that answers this wish. */
  Optional<Flow> byIntent(String label) {
    return Optional.ofNullable(byIntent.get(label));
  }

  /** The flow whose start word the text is, or begins with; the longest word wins. */
  Optional<Lexicon.Started> startedBy(Typed text, ChannelKind kind) {
    return lexicon.startedBy(text, kind);
  }
}
