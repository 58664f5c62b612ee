package ma.jisr.flow.parse;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.flow.model.Expression;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads arguments: a constant, or {@code $path}. */
final class Expressions {
  private final Problems problems;

  Expressions(Problems problems) {
    this.problems = problems;
  }

  Expression read(Node node, String where) {
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      problems.add(node, where + " is neither a word nor a $path", "write $step or $step.field");
      return new Expression.Constant("");
    }
    String text = scalar.getValue().strip();
    if (!text.startsWith("$")) return new Expression.Constant(text);
    if (!Names.isPath(text))
      problems.add(node, text + " is no path", "write $step, $step.field or $user.field");
    return path(text);
  }

  static Expression.Path path(String text) {
    return new Expression.Path(List.copyOf(Arrays.asList(text.substring(1).split("\\.", -1))));
  }

  Map<String, Expression> all(@Nullable Fields fields, String where) {
    Map<String, Expression> found = new LinkedHashMap<>();
    if (fields != null)
      fields.rest().forEach((name, node) -> found.put(name, read(node, name + " of " + where)));
    return found;
  }
}
