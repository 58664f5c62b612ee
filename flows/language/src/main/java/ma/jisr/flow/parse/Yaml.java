package ma.jisr.flow.parse;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** YAML 1.2 as flow files may use it: no anchors, no tags, bounded in size, count and depth. */
final class Yaml {
  /** Code points of one file: the longest real one has 12,000. */
  static final int MAX_SIZE = 256 * 1024;

  /** Nodes of one file. */
  private static final int MAX_NODES = 20_000;

  /** The grammar needs 5 levels; a parser's stack bears thousands. */
  private static final int MAX_DEPTH = 12;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(MAX_SIZE).setAllowDuplicateKeys(true).build();

  private Yaml() {}

  /** The file's mapping; null when a problem has been added instead. */
  static @Nullable MappingNode mapping(String text, Problems problems) {
    try {
      if (!bounded(text, problems)) return null;
      Optional<Node> node = new Compose(SETTINGS).composeString(text);
      if (node.orElse(null) instanceof MappingNode mapping) return mapping;
      problems.add(1, "the file holds no keys", "begin with: flow: service.name");
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Yaml::line).orElse(1);
      problems.add(
          line, "not YAML: " + e.getProblem(), "check quotes, colons and indentation here");
    } catch (YamlEngineException e) {
      problems.add(
          1, "not readable as YAML", "one document of at most " + MAX_SIZE + " characters");
    }
    return null;
  }

  /** Walks the events before any tree is built, so that nothing deep or self-referring is. */
  private static boolean bounded(String text, Problems problems) {
    int nodes = 0;
    int depth = 0;
    for (Event event : new Parse(SETTINGS).parseString(text)) {
      int line = event.getStartMark().map(Yaml::line).orElse(1);
      if (event instanceof AliasEvent
          || (event instanceof NodeEvent n && n.getAnchor().isPresent())) {
        problems.add(line, "anchors and aliases are not taken", "write the text out");
        return false;
      }
      if (tag(event).isPresent()) {
        problems.add(line, "tags are not taken", "leave out the word after !");
        return false;
      }
      if (event instanceof CollectionStartEvent) depth++;
      if (event instanceof CollectionEndEvent) depth--;
      if (event instanceof NodeEvent) nodes++;
      if (depth > MAX_DEPTH || nodes > MAX_NODES) {
        problems.add(line, "too deep or too long", "split the flow: go runs another one");
        return false;
      }
    }
    return true;
  }

  private static Optional<String> tag(Event event) {
    return switch (event) {
      case ScalarEvent scalar -> scalar.getTag();
      case CollectionStartEvent start -> start.getTag();
      default -> Optional.empty();
    };
  }

  /** The line of a node, from 1. */
  static int line(Node node) {
    return node.getStartMark().map(Yaml::line).orElse(1);
  }

  private static int line(Mark mark) {
    return mark.getLine() + 1;
  }
}
