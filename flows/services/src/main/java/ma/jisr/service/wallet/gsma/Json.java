package ma.jisr.service.wallet.gsma;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** JSON of strangers, bounded in depth and digits; and ours, always in the same order. */
final class Json {
  /** A quotation, the deepest that is asked for, has five levels. */
  private static final int MAX_DEPTH = 16;

  private static final int MAX_DIGITS = 40;
  private static final int MAX_NAME = 200;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              // Of two members of one name nobody knows which is meant.
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(MAX_DEPTH)
                      .maxNumberLength(MAX_DIGITS)
                      .maxNameLength(MAX_NAME)
                      .build())
              .build());

  private Json() {}

  /** What it says; missing when it is no JSON, or not only. */
  static JsonNode read(byte[] body) {
    try (var parser = MAPPER.createParser(body)) {
      JsonNode read = MAPPER.readTree(parser);
      return read == null || parser.nextToken() != null ? MissingNode.getInstance() : read;
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static byte[] write(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON is always written", e);
    }
  }
}
