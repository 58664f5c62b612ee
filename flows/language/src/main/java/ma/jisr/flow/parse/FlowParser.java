package ma.jisr.flow.parse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.model.Start;
import ma.jisr.flow.model.Step;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one flow file: the flow, or everything that is wrong with it at once. */
public final class FlowParser {
  private final String file;
  private final Problems problems;
  private final References references = new References();

  private FlowParser(String file) {
    this.file = file;
    this.problems = new Problems(file);
  }

  /**
   * The outcome of a file.
   *
   * @param flow null exactly when there are problems
   * @param problems in the order of the file
   */
  public record Parsed(@Nullable Flow flow, List<Problem> problems) {
    public Parsed {
      problems = List.copyOf(problems);
    }

    /**
     * The flow.
     *
     * @throws FlowFileException when the file has problems; its message lists them
     */
    public Flow orThrow() {
      if (flow == null) throw new FlowFileException(problems);
      return flow;
    }
  }

  /**
   * Reads a flow.
   *
   * @param file its name, for messages
   * @param text at most 256 Ki characters of YAML 1.2
   */
  public static Parsed parse(String file, String text) {
    FlowParser parser = new FlowParser(file);
    Flow flow = parser.read(text);
    return parser.problems.none()
        ? new Parsed(flow, List.of())
        : new Parsed(null, parser.problems.list());
  }

  /**
   * Reads a file that holds messages only.
   *
   * @throws FlowFileException when it has problems
   */
  public static Map<String, Message> messages(String file, String text) {
    Problems problems = new Problems(file);
    MappingNode node = Yaml.mapping(text, problems);
    Map<String, Message> messages =
        node == null
            ? Map.of()
            : new MessageParser(problems).all(new Fields("the file", node, problems));
    if (!problems.none()) throw new FlowFileException(problems.list());
    return messages;
  }

  private @Nullable Flow read(String text) {
    MappingNode node = Yaml.mapping(text, problems);
    if (node == null) return null;
    Fields fields = new Fields("the flow", node, problems);
    HeadParser head = new HeadParser(problems, references);
    String id = head.id(fields);
    Start start = head.start(fields);
    Set<ChannelKind> channels = HeadParser.channels(fields, problems);
    if (channels.isEmpty()) channels = EnumSet.allOf(ChannelKind.class);
    var resume = head.resume(fields);
    boolean personal = fields.flag("private");
    Set<String> plain = head.plain(fields);
    var budget = head.budget(fields);
    Fields said = fields.fields("messages");
    Map<String, Message> messages = said == null ? Map.of() : new MessageParser(problems).all(said);
    SequencedMap<String, Node> nodes = fields.rest();
    SequencedMap<String, Step> steps = steps(nodes);
    references.check(steps.keySet(), messages, problems);
    if (steps.isEmpty() && problems.none())
      problems.add(1, "the flow has no step", "add one: hello: {end: true}");
    String hash = FlowHash.of(nodes);
    return new Flow(
        id, file, hash, start, channels, resume, personal, plain, budget, steps, messages);
  }

  private SequencedMap<String, Step> steps(SequencedMap<String, Node> nodes) {
    SequencedMap<String, Step> steps = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(nodes.keySet());
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Node node = nodes.get(name);
      if (!(node instanceof MappingNode mapping)) {
        if (node != null) problems.add(node, "unknown key " + name, Nearest.mend(name, HEAD));
        continue;
      }
      if (!Names.isStep(name) || Fields.RESERVED.contains(name) || name.equals("user"))
        problems.add(
            mapping, name + " is no name for a step", "use a-z, 0-9, _; not no, on, home...");
      String next = i + 1 < names.size() ? names.get(i + 1) : null;
      Step step =
          new StepParser(problems, references)
              .read(name, new Fields("step " + name, mapping, problems), next);
      if (step != null) steps.put(name, step);
    }
    return steps;
  }

  private static final List<String> HEAD =
      List.of("flow", "start", "channels", "resume", "budget", "private", "plain", "messages");
}
