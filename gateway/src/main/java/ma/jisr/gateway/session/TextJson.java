package ma.jisr.gateway.session;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;

/**
 * Texts of several languages in stored documents, each made once: what one person's list holds is
 * in the lists of many others, and would be two thirds of what persons take in memory.
 */
final class TextJson extends JsonDeserializer<LocalText> {
  /** Most texts known again: the names, ways and hours of the hotspots that are asked for. */
  private static final int MOST = 4_096;

  private final Map<LocalText, LocalText> known = new ConcurrentHashMap<>();

  /** The form of a text. */
  private record Form(Map<Language, String> byLanguage) {}

  static SimpleModule module() {
    return new SimpleModule("text").addDeserializer(LocalText.class, new TextJson());
  }

  @Override
  public LocalText deserialize(JsonParser in, DeserializationContext context) throws IOException {
    LocalText read = new LocalText(context.readValue(in, Form.class).byLanguage());
    if (known.size() >= MOST) known.clear();
    LocalText same = known.putIfAbsent(read, read);
    return same == null ? read : same;
  }
}
