package ma.jisr.gateway.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON mapper of stored documents. Types are named where they are declared, never by class
 * (no default typing); instants are epoch milliseconds, languages BCP 47 tags; absent lists are
 * empty, so that a field can be added without a new schema; unknown fields are noticed.
 */
final class Json {
  /** The attribute under which a reader keeps an {@link AtomicBoolean}: set at an unknown field. */
  static final String UNKNOWN_SEEN = "unknown-seen";

  private static final JsonMapper MAPPER = made();

  private Json() {}

  /** The same for everybody: what it learns of a class it learns once. */
  static JsonMapper mapper() {
    return MAPPER;
  }

  private static JsonMapper made() {
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
            .disable(DeserializationFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
            .addModule(LanguageJson.module())
            .addModule(TextJson.module())
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addHandler(new Notice())
            .build();
    mapper
        .configOverride(String.class)
        .setInclude(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
    for (Class<?> container : List.of(List.class, Set.class, Map.class))
      mapper
          .configOverride(container)
          .setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    return mapper;
  }

  private static final class Notice extends DeserializationProblemHandler {
    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        @Nullable JsonDeserializer<?> deserializer,
        Object beanOrClass,
        String name)
        throws IOException {
      if (context.getAttribute(UNKNOWN_SEEN) instanceof AtomicBoolean seen) seen.set(true);
      parser.skipChildren();
      return true;
    }
  }
}
