package ma.jisr.service.outbox;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;

/**
 * An outbox inside a service's document: the field {@code outbox}, and while it has rows the
 * indexed field {@code outboxDue}, since when they wait. Callable from any thread.
 */
public final class OutboxJson {
  static final String FIELD = "outbox";
  static final String DUE_FIELD = "outboxDue";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
          .disable(DeserializationFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private OutboxJson() {}

  /** The outbox of a document; an empty one where it has none. */
  public static Outbox of(JsonNode document) {
    JsonNode field = document.get(FIELD);
    if (field == null) return Outbox.EMPTY;
    try {
      return MAPPER.treeToValue(field, Outbox.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("an outbox that cannot be read", e);
    }
  }

  /**
   * Puts the outbox into a document that is about to be written.
   *
   * @param now since when its newest row waits
   */
  public static void put(ObjectNode document, Outbox outbox, Instant now) {
    document.set(FIELD, MAPPER.valueToTree(outbox));
    if (outbox.rows().isEmpty()) document.remove(DUE_FIELD);
    else document.put(DUE_FIELD, now.toEpochMilli());
  }

  static ObjectNode parse(String json) {
    try {
      return (ObjectNode) MAPPER.readTree(json);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("a document that is no JSON object", e);
    }
  }
}
