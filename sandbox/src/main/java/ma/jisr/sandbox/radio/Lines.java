package ma.jisr.sandbox.radio;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;

/** The JSON of the radio, one value a line. */
final class Lines {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(Instant.class, ToStringSerializer.instance)
                  .addDeserializer(Instant.class, new Instants()))
          .build();

  private Lines() {}

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JacksonException impossible) {
      throw new IllegalStateException("our own records can be written", impossible);
    }
  }

  /** The request of the line, whole, or a {@link RadioException} that does not repeat the line. */
  static Request request(String line) {
    return read(
        line,
        Request.class,
        MAPPER
            .readerFor(Request.class)
            .with(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES));
  }

  /** The value of a line of our own, or a {@link RadioException}. */
  static <T> T read(String line, Class<T> type) {
    return read(line, type, MAPPER.readerFor(type));
  }

  private static <T> T read(String line, Class<T> type, ObjectReader reader) {
    try {
      T value = reader.readValue(line, type);
      if (value == null) {
        throw new RadioException("an empty line on the radio");
      }
      return value;
    } catch (IOException wrong) {
      throw new RadioException("a line that the radio does not know");
    }
  }

  private static final class Instants extends FromStringDeserializer<Instant> {
    private static final long serialVersionUID = 1;

    Instants() {
      super(Instant.class);
    }

    @Override
    protected Instant _deserialize(String text, DeserializationContext context) {
      return Instant.parse(text);
    }
  }
}
