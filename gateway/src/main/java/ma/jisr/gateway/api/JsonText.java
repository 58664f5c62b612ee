package ma.jisr.gateway.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/**
 * Reads the JSON of strangers: RFC 8259 to the letter, and nothing that is deep, long or said
 * twice.
 */
final class JsonText {
  /** Objects in objects: the deepest described body has six. */
  private static final int MAX_DEPTH = 32;

  /** Digits of a number. */
  private static final int MAX_NUMBER = 40;

  /** Characters of a name: the longest described one has 20. */
  private static final int MAX_NAME = 200;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER)
                          .maxNameLength(MAX_NAME)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private JsonText() {}

  /**
   * @throws ProblemException for anything that is no JSON text
   */
  static JsonNode read(byte[] body) {
    try {
      JsonNode node = MAPPER.readTree(body);
      if (node == null || node instanceof MissingNode)
        throw new ProblemException(Problem.malformed("The body is empty"));
      return node;
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw new ProblemException(
          Problem.malformed(
              "The body is no JSON text, or is too deep or too long"
                  + (line > 0 ? ": see line " + line : "")));
    } catch (IOException e) {
      throw new ProblemException(Problem.malformed("The body cannot be read"));
    }
  }
}
