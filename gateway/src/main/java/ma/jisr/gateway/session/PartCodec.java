package ma.jisr.gateway.session;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.SecretKey;
import ma.jisr.base.Address;
import ma.jisr.gateway.channel.Alphabet;
import ma.jisr.gateway.channel.Fragment;
import ma.jisr.store.Document;

/**
 * How parts of messages are written: a row each, {@code _id} = keyed hash of what the parts of one
 * message share + the part's number, everything personal in one sealed field. Confined to one loop.
 */
final class PartCodec {
  static final int SCHEMA = 1;

  private final JsonMapper mapper = Json.mapper();
  private final Sealer sealer;
  private final SecretKey key;

  PartCodec(Keys keys) {
    this.sealer = keys.sealer();
    this.key = keys.parts();
  }

  /** What the parts of one message have in common, hashed. Callable from any thread. */
  static String set(Keys keys, Fragment part) {
    return keys.mark(
        "parts",
        part.from().scheme()
            + ':'
            + part.from().value()
            + '|'
            + part.code()
            + '|'
            + part.reference()
            + '|'
            + part.total()
            + '|'
            + part.alphabet().name());
  }

  static String id(String set, int number) {
    return set + '.' + number;
  }

  /** The ids of all parts of a message. */
  static List<String> ids(String set, int total) {
    List<String> ids = new ArrayList<>(total);
    for (int number = 1; number <= total; number++) ids.add(id(set, number));
    return ids;
  }

  /** The set that a row belongs to. */
  static String setOf(Document row) {
    return row.id().substring(0, row.id().lastIndexOf('.'));
  }

  /** The row of a part, to be kept for {@code life}. */
  Document encode(String set, Fragment part, Duration life) {
    String id = id(set, part.number());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(part.link());
      out.writeUTF(part.from().scheme());
      out.writeUTF(part.from().value());
      out.writeUTF(part.code());
      out.writeInt(part.reference());
      out.writeByte(part.number());
      out.writeUTF(part.alphabet().name());
      out.writeLong(part.at().toEpochMilli());
      out.writeInt(part.octets().length);
      out.write(part.octets());
    } catch (IOException e) {
      throw new SchemaException("a part cannot be written", e);
    }
    ObjectNode row =
        mapper
            .createObjectNode()
            .put("schema", SCHEMA)
            .put("until", part.at().plus(life).toEpochMilli())
            .put("total", part.total())
            .put("sealed", sealer.seal(key, id, bytes.toByteArray()));
    return new Document(id, 0, set, row.toString());
  }

  /**
   * Reads a row.
   *
   * @throws SchemaException when a newer release wrote it, or nobody
   * @throws KeyException when it was sealed under other keys
   */
  Fragment decode(Document stored) {
    try {
      JsonNode row = mapper.readTree(stored.json());
      if (row.path("schema").asInt() > SCHEMA)
        throw new SchemaException("a part of a newer release");
      byte[] plain = sealer.open(key, stored.id(), row.path("sealed").asText());
      try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(plain))) {
        String link = in.readUTF();
        Address from = new Address(in.readUTF(), in.readUTF());
        String code = in.readUTF();
        int reference = in.readInt();
        int number = in.readByte();
        Alphabet alphabet = Alphabet.valueOf(in.readUTF());
        Instant at = Instant.ofEpochMilli(in.readLong());
        byte[] octets = in.readNBytes(in.readInt());
        int total = row.path("total").asInt();
        return new Fragment(link, from, code, reference, total, number, alphabet, octets, at);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new SchemaException("a part cannot be read", e);
    }
  }

  /** How many parts the message of a row has. */
  int total(Document stored) {
    try {
      return Math.min(Fragment.MOST, mapper.readTree(stored.json()).path("total").asInt());
    } catch (JacksonException e) {
      throw new SchemaException("a part cannot be read", e);
    }
  }
}
