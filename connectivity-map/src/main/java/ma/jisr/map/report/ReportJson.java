package ma.jisr.map.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Records of this package in the store: their fields, and those by which they are found. */
final class ReportJson {
  /** Written into each document; a node never writes a newer one than its own. */
  static final int SCHEMA = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
          .disable(DeserializationFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private ReportJson() {}

  /**
   * As a document, to which fields are added by which it is found.
   *
   * @param previous the body that it replaces, whose unknown fields are kept; "{}" for none
   */
  static ObjectNode write(Object value, String previous) {
    try {
      ObjectNode node = (ObjectNode) MAPPER.readTree(previous);
      node.setAll((ObjectNode) MAPPER.valueToTree(value));
      return node.put("schema", SCHEMA);
    } catch (JsonProcessingException | ClassCastException e) {
      throw new IllegalArgumentException("the stored document is no JSON object", e);
    }
  }

  /**
   * @throws IllegalArgumentException when it is none
   */
  static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no " + type.getSimpleName(), e);
    }
  }

  static Ballot ballot(String json) {
    return read(json, Ballot.class);
  }
}
