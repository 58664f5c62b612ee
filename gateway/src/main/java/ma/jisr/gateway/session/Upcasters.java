package ma.jisr.gateway.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/**
 * The pure steps that bring an older document to the current schema: the one at index 0 makes a
 * document of schema 2 from one of schema 1, and so on. Each is kept for ever, with a golden
 * document of its release among the tests.
 *
 * @param steps in order
 */
record Upcasters(List<Consumer<ObjectNode>> steps) {
  /**
   * Those of the person document: schema 1 is the first; 2 says the same in a squeezing that a
   * release of schema 1 cannot open; 3 has rows of the log as lines, one a turn.
   */
  static final Upcasters PERSON = new Upcasters(List.of(body -> {}, Upcasters::lines));

  /** Each message of an older tail becomes a line of its own. */
  private static void lines(ObjectNode body) {
    ArrayNode lines = body.arrayNode();
    for (JsonNode row : body.path("log")) {
      String id = row.path("id").asText();
      String said =
          String.join(
              " ",
              row.path("way").asText(),
              row.path("kind").asText(),
              row.path("link").asText(),
              "1 -",
              row.path("state").asText());
      lines.add(row.path("at").asLong() + " " + id + ' ' + said);
    }
    if (!lines.isEmpty()) body.set("log", lines);
  }

  Upcasters {
    steps = List.copyOf(steps);
  }

  /** The schema that documents are written with. */
  int current() {
    return steps.size() + 1;
  }

  /**
   * Brings the body up to date, in place.
   *
   * @throws SchemaException for a schema that this release does not know
   */
  void lift(ObjectNode body, int schema) {
    if (schema < 1) throw new SchemaException("a document without a schema number");
    if (schema > current())
      throw new SchemaException(
          "a document of schema " + schema + ", newer than this release's " + current());
    for (Consumer<ObjectNode> step : steps.subList(schema - 1, steps.size())) step.accept(body);
  }
}
