package ma.jisr.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that a request says beside its body.
 *
 * @param name in the path, the query or the headers
 * @param in which of them
 * @param required whether nothing goes without it
 * @param type what its text stands for
 * @param schema where the description says more of it: a JSON pointer
 */
record Parameter(String name, In in, boolean required, Type type, String schema) {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");

  /** Where it stands. */
  enum In {
    PATH,
    QUERY,
    HEADER
  }

  /** What its text stands for. */
  enum Type {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN
  }

  /** The value that a text stands for; empty when it stands for none of the type. */
  Optional<JsonNode> read(String text) {
    return switch (type) {
      case STRING -> Optional.of(TextNode.valueOf(text));
      case INTEGER ->
          WHOLE.matcher(text).matches()
              ? Optional.of(LongNode.valueOf(Long.parseLong(text)))
              : Optional.empty();
      case NUMBER ->
          NUMBER.matcher(text).matches()
              ? Optional.of(DecimalNode.valueOf(new BigDecimal(text)))
              : Optional.empty();
      case BOOLEAN ->
          text.equals("true") || text.equals("false")
              ? Optional.of(BooleanNode.valueOf(text.equals("true")))
              : Optional.empty();
    };
  }
}
