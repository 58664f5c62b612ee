package ma.jisr.service.outbox;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Records of services as documents: instants as milliseconds, days as ISO texts; fields that this
 * release does not know stay where they are. Callable from any thread.
 */
public final class RecordJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
          .disable(DeserializationFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private RecordJson() {}

  /**
   * @throws IllegalArgumentException when it is no JSON object
   */
  public static ObjectNode parse(String json) {
    return OutboxJson.parse(json);
  }

  /**
   * The record that a document holds.
   *
   * @throws IllegalArgumentException when it holds none
   */
  public static <T> T read(ObjectNode document, Class<T> type) {
    try {
      return MAPPER.treeToValue(document, type);
    } catch (JacksonException e) {
      // Without the cause: its message quotes what stands there.
      throw new IllegalArgumentException("no " + type.getSimpleName());
    }
  }

  public static <T> T read(String json, Class<T> type) {
    return read(parse(json), type);
  }

  /**
   * Puts a record into a document.
   *
   * @param onto the body that it replaces; changed by this
   */
  public static ObjectNode write(Object value, ObjectNode onto, int schema) {
    onto.setAll((ObjectNode) MAPPER.valueToTree(value));
    return onto.put("schema", schema);
  }
}
