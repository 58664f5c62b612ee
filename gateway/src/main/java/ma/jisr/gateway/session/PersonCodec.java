package ma.jisr.gateway.session;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.SecretKey;
import ma.jisr.base.Address;
import ma.jisr.flow.person.Person;
import ma.jisr.gateway.delivery.OutboxEntry;
import ma.jisr.gateway.limit.Spent;
import ma.jisr.gateway.log.LogRow;
import ma.jisr.store.Document;
import org.jspecify.annotations.Nullable;

/**
 * How person documents are written: an envelope that the store can search ({@code schema}, {@code
 * due}, {@code unsent}, the wrapped {@code key}) around one sealed field with everything personal.
 * Confined to one loop.
 */
final class PersonCodec {
  private static final JsonMapper MAPPER = Json.mapper();

  private static final ObjectReader BODY = MAPPER.readerFor(Body.class);

  private static final ObjectReader LEFT = MAPPER.readerFor(Left.class);

  /** In the envelope of whose messages have all gone since it was sealed. */
  private static final String SENT = "sent";

  private static final String UNSENT = "unsent";

  /** In the envelope of who has been erased: since when, epoch milliseconds. */
  private static final String STONE = "stone";

  private final Room room = new Room();
  private final Squeeze squeeze = new Squeeze();
  private final Sealer sealer;
  private final Upcasters upcasters;

  PersonCodec(Sealer sealer, Upcasters upcasters) {
    this.sealer = sealer;
    this.upcasters = upcasters;
  }

  /** Bytes that are read where they lie. */
  private static final class Room extends ByteArrayOutputStream {
    byte[] bytes() {
      return buf;
    }
  }

  /**
   * A person's own key as documents hold it and as it works; unwrapped once, not at each write.
   *
   * @param wrapped as in the document
   * @param secret what it opens to
   */
  record PersonKey(String wrapped, SecretKey secret) {
    @Override
    public String toString() {
      return "PersonKey[hidden]";
    }
  }

  /** The document with a key of its own, made at its first write. */
  PersonDocument keyed(PersonDocument document) {
    return document.key().isEmpty() ? document.withKey(sealer.newKey(document.id())) : document;
  }

  /** The working key of a keyed document: the one given when it is that one. */
  PersonKey key(PersonDocument document, @Nullable PersonKey known) {
    if (known != null && known.wrapped().equals(document.key())) return known;
    return new PersonKey(document.key(), sealer.unwrap(document.id(), document.key()));
  }

  /** The stored form of a keyed document. */
  Document encode(PersonDocument document, long version, String writeId) {
    return encode(document, key(document, null), version, writeId, document.unsent());
  }

  /**
   * The same with its working key at hand. Base64 and numbers need no escaping in JSON.
   *
   * @param unsent when the store is to find it for its messages, not behind the document's own
   */
  Document encode(
      PersonDocument document,
      PersonKey key,
      long version,
      String writeId,
      @Nullable Instant unsent) {
    try {
      body(document);
      String sealed =
          sealer.seal(key.secret(), document.id(), squeeze.pack(room.bytes(), room.size()));
      String json =
          "{\"schema\":"
              + upcasters.current()
              + scalar("due", document.due())
              + scalar(UNSENT, unsent)
              + (document.heard() == 0 ? "" : ",\"heard\":" + document.heard())
              + ",\"key\":\""
              + key.wrapped()
              + "\",\"sealed\":\""
              + sealed
              + "\"}";
      return new Document(document.id(), version, writeId, json);
    } catch (IOException e) {
      throw new SchemaException("a person's document cannot be written", e);
    }
  }

  /**
   * Reads a stored document.
   *
   * @throws SchemaException when a newer release wrote it
   * @throws KeyException when it was sealed under other keys
   */
  PersonDocument decode(Document stored) {
    try {
      JsonNode envelope = MAPPER.readTree(stored.json());
      if (envelope.has(STONE)) return PersonDocument.stone(stored.id());
      byte[] json = lifted(plain(stored.id(), envelope), envelope);
      PersonDocument read =
          read(json, envelope.path("key").asText(), envelope.path("heard").asLong());
      return envelope.path(SENT).asBoolean() ? read.withoutMessages() : read;
    } catch (IOException e) {
      throw new SchemaException("a person's document cannot be read", e);
    }
  }

  /**
   * Of a stored document only what was left to be sent and to be logged: a third of reading all.
   *
   * @throws SchemaException when a newer release wrote it
   * @throws KeyException when it was sealed under other keys
   */
  Left left(Document stored) {
    try {
      JsonNode envelope = MAPPER.readTree(stored.json());
      if (envelope.has(STONE) || envelope.path(SENT).asBoolean()) return Left.NOTHING;
      Left left = LEFT.readValue(lifted(plain(stored.id(), envelope), envelope));
      return new Left(PersonDocument.messages(left.outbox), left.log);
    } catch (IOException e) {
      throw new SchemaException("a person's document cannot be read", e);
    }
  }

  private byte[] plain(String person, JsonNode envelope) throws IOException {
    SecretKey key = sealer.unwrap(person, envelope.path("key").asText());
    return squeeze.open(sealer.open(key, person, envelope.path("sealed").asText()));
  }

  private byte[] lifted(byte[] plain, JsonNode envelope) throws IOException {
    int schema = envelope.path("schema").asInt();
    if (schema == upcasters.current()) return plain;
    ObjectNode old = (ObjectNode) MAPPER.readTree(plain);
    upcasters.lift(old, schema);
    return MAPPER.writeValueAsBytes(old);
  }

  /**
   * The next version of a stored document whose messages have all gone. What is sealed stays as it
   * is, and who wrote it, so that this costs a fraction of a turn.
   */
  static Document sent(Document stored, String writeId) {
    try {
      ObjectNode envelope = (ObjectNode) MAPPER.readTree(stored.json());
      envelope.remove(UNSENT);
      envelope.put(SENT, true);
      return new Document(stored.id(), stored.version() + 1, writeId, envelope.toString());
    } catch (IOException e) {
      throw new SchemaException("a person's document cannot be read", e);
    }
  }

  /** The day of a stored document, out of its envelope; 0 where it has none. */
  static long heard(Document stored) {
    try {
      return MAPPER.readTree(stored.json()).path("heard").asLong();
    } catch (IOException e) {
      return 0;
    }
  }

  /** What is written in the place of somebody who has been erased: no key, and nothing sealed. */
  Document stone(String person, long version, String writeId, Instant now) {
    return new Document(
        person, version, writeId, "{\"schema\":" + upcasters.current() + scalar(STONE, now) + '}');
  }

  private static String scalar(String name, @Nullable Instant at) {
    return at == null ? "" : ",\"" + name + "\":" + at.toEpochMilli();
  }

  /** Leaves what is to be sealed in the room. */
  private void body(PersonDocument document) throws IOException {
    room.reset();
    if (document.extras().isEmpty())
      try (JsonGenerator out = MAPPER.getFactory().createGenerator(room)) {
        PersonWriter.write(out, document);
      }
    else MAPPER.writeValue(room, withExtras(document));
  }

  private static ObjectNode withExtras(PersonDocument document) throws IOException {
    ObjectNode tree = MAPPER.valueToTree(Body.of(document));
    for (Map.Entry<String, String> extra : document.extras().entrySet()) {
      JsonPointer at = JsonPointer.compile(extra.getKey());
      if (tree.at(at.head()) instanceof ObjectNode parent)
        parent.set(at.last().getMatchingProperty(), MAPPER.readTree(extra.getValue()));
    }
    return tree;
  }

  private static PersonDocument read(byte[] json, String wrapped, long heard) throws IOException {
    AtomicBoolean unknown = new AtomicBoolean();
    Body body = BODY.withAttribute(Json.UNKNOWN_SEEN, unknown).readValue(json);
    Map<String, String> extras = new HashMap<>();
    if (unknown.get()) collect("", MAPPER.readTree(json), MAPPER.valueToTree(body), extras);
    return body.document(wrapped, extras, heard);
  }

  /** What a newer release added to objects; inside list elements additions are not kept. */
  private static void collect(
      String path, JsonNode found, JsonNode understood, Map<String, String> extras) {
    for (Map.Entry<String, JsonNode> field : found.properties()) {
      String at = path + '/' + field.getKey().replace("~", "~0").replace("/", "~1");
      JsonNode same = understood.get(field.getKey());
      JsonNode value = field.getValue();
      if (same != null && same.isObject()) collect(at, value, same, extras);
      else if (same == null && (value.isValueNode() ? !value.isNull() : !value.isEmpty()))
        extras.put(at, value.toString());
    }
  }

  /**
   * What was left in a document.
   *
   * @param outbox in it, messages only
   * @param log its tail
   */
  record Left(List<OutboxEntry> outbox, List<LogRow> log) {
    static final Left NOTHING = new Left(List.of(), List.of());
  }

  /** What is sealed, as the mapper reads it; {@link PersonWriter} writes the same. */
  record Body(
      Person person,
      List<Address> addresses,
      List<String> inputs,
      List<OutboxEntry> outbox,
      List<LogRow> log,
      @Nullable Spent spent,
      String writer,
      @Nullable Map<String, Long> chats) {

    static Body of(PersonDocument d) {
      return new Body(
          d.person(),
          d.addresses(),
          d.inputs().list(),
          d.outbox(),
          d.log(),
          spent(d),
          d.writer(),
          d.chats());
    }

    /** Documents of before it was counted have none. */
    private static @Nullable Spent spent(PersonDocument d) {
      return d.spent().equals(Spent.NOTHING) ? null : d.spent();
    }

    PersonDocument document(String key, Map<String, String> extras, long heard) {
      Spent known = spent == null ? Spent.NOTHING : spent;
      return new PersonDocument(
          person,
          addresses,
          HeardMarks.of(inputs),
          outbox,
          log,
          known,
          writer,
          key,
          extras,
          heard,
          chats == null ? Map.of() : chats);
    }
  }
}
