package ma.jisr.gateway.session;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import ma.jisr.base.Address;
import ma.jisr.flow.Input;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.signal.Event;
import ma.jisr.flow.signal.Notice;
import ma.jisr.store.Document;
import org.jspecify.annotations.Nullable;

/**
 * How inbox rows are written: who, since when and until when in clear, what in one field sealed
 * under a key of the row's own. Callable from any thread.
 */
final class InboxCodec {
  /** The schema of inbox rows. */
  static final int SCHEMA = 1;

  private final JsonMapper mapper = Json.mapper();
  private final Keys keys;

  InboxCodec(Keys keys) {
    this.keys = keys;
  }

  Document encode(InboxRow row, Instant now) {
    try {
      ObjectNode envelope =
          mapper
              .createObjectNode()
              .put("schema", SCHEMA)
              .put("person", row.person())
              .put("due", now.toEpochMilli())
              .put("expires", row.expires().toEpochMilli())
              .put("urgency", row.urgency().name())
              .put(
                  "sealed",
                  keys.sealer()
                      .seal(
                          keys.row(row.id()), row.id(), mapper.writeValueAsBytes(Content.of(row))));
      return new Document(row.id(), 0, row.id(), mapper.writeValueAsString(envelope));
    } catch (JacksonException e) {
      throw new SchemaException("an inbox row cannot be written", e);
    }
  }

  /**
   * Reads a stored row.
   *
   * @throws SchemaException when a newer release wrote it
   * @throws KeyException when it was sealed under other keys
   */
  InboxRow decode(Document stored) {
    try {
      JsonNode envelope = mapper.readTree(stored.json());
      if (envelope.path("schema").asInt() > SCHEMA)
        throw new SchemaException("an inbox row of a newer release");
      byte[] plain =
          keys.sealer().open(keys.row(stored.id()), stored.id(), envelope.path("sealed").asText());
      Content content = mapper.readValue(plain, Content.class);
      return new InboxRow(
          stored.id(), envelope.path("person").asText(), content.input(), content.address());
    } catch (IOException e) {
      throw new SchemaException("an inbox row cannot be read", e);
    }
  }

  /** What is sealed: an event, or a notice and the way it may take. */
  private record Content(
      @Nullable Event event,
      @Nullable Notice notice,
      @Nullable Reply way,
      @Nullable Address address) {
    static Content of(InboxRow row) {
      return switch (row.input()) {
        case Input.Raised raised -> new Content(raised.event(), null, null, row.address());
        case Input.Told told -> new Content(null, told.notice(), told.way(), row.address());
        default -> throw new IllegalArgumentException("no service says this");
      };
    }

    Input input() {
      if (event != null) return new Input.Raised(event);
      if (notice != null) return new Input.Told(notice, way);
      throw new SchemaException("an inbox row that says nothing");
    }
  }
}
