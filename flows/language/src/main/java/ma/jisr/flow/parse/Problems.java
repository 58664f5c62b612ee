package ma.jisr.flow.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** The problems of one file as they are found. */
final class Problems {
  /** More help nobody: the first ones usually explain the rest. */
  private static final int MOST = 100;

  private final String file;
  private final List<Problem> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  void add(Node at, String what, String mend) {
    add(Yaml.line(at), what, mend);
  }

  void add(int line, String what, String mend) {
    if (found.size() < MOST) found.add(new Problem(file, line, what, mend));
  }

  boolean none() {
    return found.isEmpty();
  }

  /** In the order of the file. */
  List<Problem> list() {
    return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
  }
}
