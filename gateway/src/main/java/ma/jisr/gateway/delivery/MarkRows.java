package ma.jisr.gateway.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import ma.jisr.store.Document;
import org.jspecify.annotations.Nullable;

/** How marks are written. Their ids say the rest: group, name and segment. */
final class MarkRows {
  private static final JsonMapper MAPPER = new JsonMapper();

  private MarkRows() {}

  /** By hand: thousands a second, and nothing in it needs escaping (ids of ours, link ids). */
  static Document write(String id, Mark mark) {
    String json =
        "{\"person\":\""
            + mark.person()
            + "\",\"entry\":\""
            + mark.entry()
            + "\",\"link\":\""
            + mark.link()
            + "\",\"segments\":"
            + mark.segments()
            + ",\"at\":"
            + mark.at().toEpochMilli()
            + ",\"until\":"
            + mark.until().toEpochMilli()
            + '}';
    return new Document(id, 0, mark.entry(), json);
  }

  /** Null for a row that is none. */
  static @Nullable Mark read(Document row) {
    try {
      JsonNode body = MAPPER.readTree(row.json());
      String[] parts = row.id().split(":", -1);
      // group : name : segment, the name may hold colons, and an entry may stand behind
      String entry = body.path("entry").asText();
      int last = parts[parts.length - 1].equals(entry) ? parts.length - 2 : parts.length - 1;
      StringBuilder name = new StringBuilder();
      for (int i = 1; i < last; i++) name.append(i == 1 ? "" : ":").append(parts[i]);
      return new Mark(
          parts[0],
          name.toString(),
          Integer.parseInt(parts[last]),
          body.path("segments").asInt(1),
          body.path("person").asText(),
          entry,
          body.path("link").asText(),
          Instant.ofEpochMilli(body.path("at").asLong()),
          Instant.ofEpochMilli(body.path("until").asLong()));
    } catch (JsonProcessingException | NumberFormatException | IndexOutOfBoundsException e) {
      return null;
    }
  }
}
