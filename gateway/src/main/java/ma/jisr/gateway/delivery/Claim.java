package ma.jisr.gateway.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.store.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt says, without anybody's number, while its message is looked for.
 *
 * @param link that brought it
 * @param group the SMSC group
 * @param names the readings of the message's id, likeliest first
 * @param alias the keyed hash of the receiver's address; "" when the receipt names none
 * @param state what has become of the message
 * @param error the network's code, "" where none
 * @param at when it came
 */
record Claim(
    String link,
    String group,
    List<Receipt.Name> names,
    String alias,
    Receipt.State state,
    String error,
    Instant at) {
  /**
   * Longest error code that is told: three of appendix B (SMPP 3.4), five of a TLV, six of Meta's.
   */
  private static final int LONGEST_ERROR = 6;

  private static final JsonMapper MAPPER = new JsonMapper();

  static Claim of(Receipt receipt, String alias) {
    return new Claim(
        receipt.link(),
        receipt.group(),
        receipt.names(),
        alias,
        receipt.state(),
        receipt.error(),
        receipt.at());
  }

  /** The id under which it is kept while it is not matched: the same receipt twice is one. */
  String id() {
    return group + ':' + names.getFirst().id() + ':' + state;
  }

  /** The ids of the marks that it may mean, for one segment. */
  List<String> marks(int segment) {
    List<String> ids = new ArrayList<>(names.size());
    for (Receipt.Name name : names) ids.add(Mark.id(group, name.id(), segment));
    return ids;
  }

  /** What is recorded of the message: under the mark's id, so that it is recorded once. */
  Document change(Mark mark) {
    ObjectNode body = MAPPER.createObjectNode();
    body.put("person", mark.person()).put("entry", mark.entry()).put("link", link);
    body.put("segment", mark.segment()).put("segments", mark.segments());
    body.put("state", state.name()).put("error", error).put("at", at.toEpochMilli());
    return new Document(mark.id() + ':' + state, 0, mark.entry(), body.toString());
  }

  /**
   * What the message log says of it: {@code delivered}, {@code part 2 of 3 rejected, error 021}.
   */
  String told(Mark mark) {
    String part =
        mark.segments() == 1 ? "" : "part " + mark.segment() + " of " + mark.segments() + ' ';
    String words = part + state.name().toLowerCase(Locale.ROOT);
    return coded() ? words + ", error " + error : words;
  }

  /** Whether the message has reached nobody and never will. */
  boolean lost() {
    return switch (state) {
      case EXPIRED, DELETED, UNDELIVERABLE, REJECTED -> true;
      case ENROUTE, DELIVERED, ACCEPTED, UNKNOWN -> false;
    };
  }

  /** Whether the error says something: a short code, and not the one for "none". */
  private boolean coded() {
    boolean zero = true;
    for (int i = 0; i < error.length(); i++) {
      char c = error.charAt(i);
      if ((c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z')) return false;
      zero &= c == '0';
    }
    return !zero && error.length() <= LONGEST_ERROR;
  }

  /** Its stored form while it is not matched. */
  Document stored(long version, Instant due) {
    ObjectNode body = MAPPER.createObjectNode();
    body.put("link", link).put("alias", alias).put("state", state.name()).put("error", error);
    body.put("group", group).put("at", at.toEpochMilli()).put("due", due.toEpochMilli());
    ArrayNode all = body.putArray("names");
    for (Receipt.Name name : names) all.add(name.form() + ":" + name.id());
    return new Document(id(), version, "receipt", body.toString());
  }

  /** Null for a row that is none. */
  static @Nullable Claim read(Document row) {
    try {
      JsonNode body = MAPPER.readTree(row.json());
      List<Receipt.Name> names = new ArrayList<>();
      for (JsonNode each : body.path("names")) {
        String text = each.asText();
        int colon = text.indexOf(':');
        names.add(
            new Receipt.Name(
                Receipt.Form.valueOf(text.substring(0, colon)), text.substring(colon + 1)));
      }
      return new Claim(
          body.path("link").asText(),
          body.path("group").asText(),
          names,
          body.path("alias").asText(),
          Receipt.State.valueOf(body.path("state").asText()),
          body.path("error").asText(),
          Instant.ofEpochMilli(body.path("at").asLong()));
    } catch (JsonProcessingException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return null;
    }
  }
}
