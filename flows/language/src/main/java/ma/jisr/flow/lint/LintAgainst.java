package ma.jisr.flow.lint;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.person.Conversation;

/**
 * The live conversations that a change would strand: those that wait at a step which is gone or
 * asks for something else now. They are offered to start over.
 */
public final class LintAgainst {
  private final Map<String, Flow> flows = new HashMap<>();

  /**
   * @param flows as they are about to run
   */
  public LintAgainst(Collection<Flow> flows) {
    for (Flow flow : flows) this.flows.put(flow.id(), flow);
  }

  /**
   * Where a conversation stands in one flow: all that must be known of it, and nothing of what was
   * said.
   *
   * @param flow its id
   * @param hash of the flow when it was last stepped
   * @param step where it waits
   * @param asked the type of the question that is open; empty when none is
   */
  public record Place(String flow, String hash, String step, String asked) {}

  /** Where a conversation stands: its own place first, then those of the flows around it. */
  public static List<Place> places(Conversation conversation) {
    return Stream.concat(Stream.of(conversation.frame()), conversation.callers().stream())
        .map(frame -> new Place(frame.flow(), frame.hash(), frame.step(), frame.asked()))
        .toList();
  }

  /** One finding for each step at which conversations wait in vain, with their number. */
  public List<Finding> findings(Stream<Conversation> conversations) {
    Map<List<Place>, Integer> places = new HashMap<>();
    conversations.forEach(conversation -> places.merge(places(conversation), 1, Integer::sum));
    return findings(places);
  }

  /**
   * The same.
   *
   * @param places how many conversations stand where
   */
  public List<Finding> findings(Map<List<Place>, Integer> places) {
    Map<Finding, Integer> counts = new TreeMap<>(Finding.BY_PLACE);
    places.forEach(
        (standing, count) ->
            stranded(standing).ifPresent(found -> counts.merge(found, count, Integer::sum)));
    return counts.entrySet().stream().map(e -> counted(e.getKey(), e.getValue())).toList();
  }

  private static Finding counted(Finding finding, int count) {
    String who = count == 1 ? "1 conversation waits here: " : count + " conversations wait here: ";
    return new Finding(
        finding.severity(),
        finding.file(),
        finding.line(),
        finding.where(),
        null,
        who + finding.what(),
        finding.mend());
  }

  /** What strands it: its own step, or one that a flow around it will come back to. */
  private Optional<Finding> stranded(List<Place> standing) {
    return standing.stream().flatMap(place -> stranded(place).stream()).findFirst();
  }

  private Optional<Finding> stranded(Place frame) {
    Flow flow = flows.get(frame.flow());
    if (flow == null)
      return Optional.of(finding(frame.flow(), 0, frame.step(), "the flow is gone"));
    if (flow.hash().equals(frame.hash())) return Optional.empty();
    Step step = flow.steps().get(frame.step());
    if (step == null) return Optional.of(finding(flow.file(), 1, frame.step(), "the step is gone"));
    String asks = step instanceof Step.Ask ask ? ask.type().name() : "";
    if (frame.asked().isEmpty() || frame.asked().equalsIgnoreCase(asks)) return Optional.empty();
    String now = asks.isEmpty() ? "asks nothing now" : "asks for " + low(asks) + " now";
    return Optional.of(
        finding(
            flow.file(),
            step.line(),
            step.name(),
            "the step asked for " + low(frame.asked()) + " and " + now));
  }

  private static String low(String type) {
    return type.toLowerCase(Locale.ROOT);
  }

  private static Finding finding(String file, int line, String step, String what) {
    return new Finding(
        Finding.Severity.WARNING,
        file,
        line,
        step,
        null,
        what,
        "keep the step until they have ended, or let them start over");
  }
}
