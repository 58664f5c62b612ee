package ma.jisr.gateway.session;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import ma.jisr.base.Language;

/** Languages in stored documents: their BCP 47 tags, as values and as keys. */
final class LanguageJson {
  private LanguageJson() {}

  static SimpleModule module() {
    return new SimpleModule("language")
        .addSerializer(Language.class, new Writer())
        .addDeserializer(Language.class, new Reader())
        .addKeySerializer(Language.class, new KeyWriter())
        .addKeyDeserializer(Language.class, new KeyReader());
  }

  private static final class Writer extends JsonSerializer<Language> {
    @Override
    public void serialize(Language value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.tag());
    }
  }

  private static final class KeyWriter extends JsonSerializer<Language> {
    @Override
    public void serialize(Language value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeFieldName(value.tag());
    }
  }

  private static final class Reader extends JsonDeserializer<Language> {
    @Override
    public Language deserialize(JsonParser in, DeserializationContext context) throws IOException {
      String tag = in.getText();
      return Language.of(tag)
          .orElseThrow(() -> context.weirdStringException(tag, Language.class, "unknown tag"));
    }
  }

  private static final class KeyReader extends KeyDeserializer {
    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
      return Language.of(key)
          .orElseThrow(() -> context.weirdKeyException(Language.class, key, "unknown tag"));
    }
  }
}
