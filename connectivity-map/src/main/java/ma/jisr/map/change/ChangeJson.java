package ma.jisr.map.change;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Locale;
import ma.jisr.base.Role;
import ma.jisr.store.Document;

/** The stored form of a {@link Change}: its number is in its id. */
final class ChangeJson {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PREFIX = "c";

  /** Digits of a number in an id, so that ids are in the order of the numbers. */
  private static final int DIGITS = 12;

  private ChangeJson() {}

  /** The id of a number; that of 0 lies before all entries. */
  static String id(long seq) {
    String digits = Long.toString(seq);
    return PREFIX + "0".repeat(DIGITS - digits.length()) + digits;
  }

  static Document write(Change change) {
    String json =
        JSON.createObjectNode()
            .put("at", change.at().toEpochMilli())
            .put("actor", change.actor())
            .put("role", lower(change.role()))
            .put("deed", change.deed())
            .put("subject", lower(change.subject()))
            .put("id", change.id())
            .put("writeId", change.writeId())
            .toString();
    return new Document(id(change.seq()), 0, change.writeId(), json);
  }

  static Change read(Document document) {
    try {
      JsonNode node = JSON.readTree(document.json());
      return new Change(
          Long.parseLong(document.id().substring(PREFIX.length())),
          Instant.ofEpochMilli(node.path("at").asLong()),
          node.path("actor").asText(),
          constant(Role.class, node.path("role").asText()),
          node.path("deed").asText(),
          constant(Change.Subject.class, node.path("subject").asText()),
          node.path("id").asText(),
          node.path("writeId").asText());
    } catch (JacksonException e) {
      throw new IllegalArgumentException("the entry " + document.id() + " is not JSON", e);
    }
  }

  /** A number of another document of the collection; 0 when it is not there. */
  static long number(Document document, String field) {
    try {
      return JSON.readTree(document.json()).path(field).asLong();
    } catch (JacksonException e) {
      return 0;
    }
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String lower) {
    return Enum.valueOf(type, lower.toUpperCase(Locale.ROOT));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
