package ma.jisr.app.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;

/**
 * A line of the log as a JSON object: {@code time}, {@code level}, {@code logger}, {@code message},
 * the fields of whoever logs beside them, and {@code error} with a trace. ASCII, so that it is the
 * same in every locale; without line breaks; at most some {@value #LONGEST_ERROR} characters, twice
 * that when all of it is escaped.
 */
record JsonLine(
    Instant at,
    Level level,
    String logger,
    String message,
    List<KeyValuePair> fields,
    @Nullable Throwable failure) {
  /** Longest message, characters. */
  static final int LONGEST_MESSAGE = 4_000;

  /** Longest value of a field, characters. */
  static final int LONGEST_VALUE = 200;

  /** Longest trace, characters: its causes' beginnings are in it. */
  static final int LONGEST_ERROR = 16_000;

  /** Most fields of one line. */
  static final int MOST_FIELDS = 16;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  @Override
  public String toString() {
    ObjectNode line = MAPPER.createObjectNode();
    line.put("time", at.toString()).put("level", level.name().toLowerCase(Locale.ROOT));
    line.put("logger", logger).put("message", cut(message, LONGEST_MESSAGE));
    if (failure != null) line.put("error", trace(failure));
    for (KeyValuePair field : fields)
      if (line.size() < MOST_FIELDS && !line.has(field.key)) put(line, field.key, field.value);
    try {
      return MAPPER.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of words is always written", e);
    }
  }

  private static void put(ObjectNode line, String key, @Nullable Object value) {
    switch (value) {
      case Integer number -> line.put(key, number);
      case Long number -> line.put(key, number);
      case Boolean flag -> line.put(key, flag);
      case null, default -> line.put(key, cut(String.valueOf(value), LONGEST_VALUE));
    }
  }

  private static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return cut(text.toString(), LONGEST_ERROR);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "...";
  }
}
