package ma.jisr.store.memory;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import ma.jisr.store.Document;
import org.jspecify.annotations.Nullable;

/**
 * A document with its parsed body and its lease. Confined to its store's lock.
 *
 * @param body of the document, parsed
 * @param token of the newest claim; 0 before the first
 * @param until when the lease lapses; null when nobody holds it
 */
record Row(Document document, JsonNode body, long token, @Nullable Instant until) {
  static Row made(Document document, JsonNode body) {
    return new Row(document, body, 0, null);
  }

  /** The same lease on the next version. */
  Row with(Document next, JsonNode nextBody) {
    return new Row(next, nextBody, token, until);
  }

  Row leased(long byToken, @Nullable Instant to) {
    return new Row(document, body, byToken, to);
  }

  boolean heldBy(long byToken) {
    return until != null && token == byToken;
  }

  /** An indexed field: a Long or a String, null for anything else. */
  @Nullable Object key(String field) {
    JsonNode value = body.path(field);
    if (value.isTextual()) return value.textValue();
    return value.isIntegralNumber() && value.canConvertToLong() ? value.longValue() : null;
  }
}
