package ma.jisr.service.outbox;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.Serial;
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
          .addModule(
              new SimpleModule("outbox")
                  .addSerializer(Instant.class, new InstantWriter())
                  .addDeserializer(Instant.class, new InstantReader()))
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

  private static final class InstantWriter extends StdSerializer<Instant> {
    @Serial private static final long serialVersionUID = 1;

    InstantWriter() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeNumber(value.toEpochMilli());
    }
  }

  private static final class InstantReader extends StdDeserializer<Instant> {
    @Serial private static final long serialVersionUID = 1;

    InstantReader() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return Instant.ofEpochMilli(in.getLongValue());
    }
  }
}
