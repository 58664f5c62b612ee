package ma.jisr.flow.parse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The hash of a flow's steps: comments, line breaks and messages do not change it. */
final class FlowHash {
  /** 64 bits tell the few dozen versions of a flow apart. */
  private static final int BYTES = 8;

  private FlowHash() {}

  static String of(Map<String, Node> steps) {
    StringBuilder text = new StringBuilder();
    steps.forEach(
        (name, node) -> {
          text.append(name).append('=');
          write(node, text);
        });
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void write(Node node, StringBuilder out) {
    switch (node) {
      case ScalarNode scalar -> quote(scalar.getValue(), out);
      case SequenceNode list -> {
        out.append('[');
        for (Node item : list.getValue()) write(item, out);
        out.append(']');
      }
      case MappingNode mapping -> {
        out.append('{');
        for (NodeTuple tuple : mapping.getValue()) {
          write(tuple.getKeyNode(), out);
          write(tuple.getValueNode(), out);
        }
        out.append('}');
      }
      default -> throw new IllegalStateException("unresolved node");
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append(text.length()).append(':').append(text);
  }
}
