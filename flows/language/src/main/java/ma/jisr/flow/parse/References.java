package ma.jisr.flow.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.model.Step;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** The names that steps mention, judged when all of the file has been read. */
final class References {
  private record Mention(String name, int line, String where) {}

  private final List<Mention> steps = new ArrayList<>();
  private final List<Mention> messages = new ArrayList<>();

  /** A step that is gone to. */
  @Nullable String step(@Nullable String name, @Nullable Node at, int line, String where) {
    if (name != null) steps.add(new Mention(name, at == null ? line : Yaml.line(at), where));
    return name;
  }

  /** A message that is said. */
  String message(String name, int line, String where) {
    messages.add(new Mention(name, line, where));
    return name;
  }

  void check(Set<String> stepNames, Map<String, Message> said, Problems problems) {
    Set<String> known = new TreeSet<>(stepNames);
    known.add(Step.HOME);
    known.add(Step.OVER);
    for (Mention m : steps)
      if (!known.contains(m.name))
        problems.add(
            m.line,
            m.where + " goes to " + m.name + ", which is no step",
            Nearest.mend(m.name, known));
    for (Mention m : messages)
      if (!said.containsKey(m.name))
        problems.add(
            m.line,
            m.where + " has no message " + m.name,
            said.isEmpty() ? "add it under messages" : add(m.name, said.keySet()));
  }

  private static String add(String name, Set<String> known) {
    String mend = Nearest.mend(name, known);
    return mend.startsWith("did") ? mend : "add " + name + " under messages";
  }
}
