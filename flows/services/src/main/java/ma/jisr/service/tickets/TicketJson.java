package ma.jisr.service.tickets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import ma.jisr.service.outbox.Outbox;
import ma.jisr.service.outbox.OutboxJson;

/** Records of this package in the store: their fields, and those by which they are found. */
final class TicketJson {
  /** Written into each document; a node never writes a newer one than its own. */
  static final int SCHEMA = 1;

  /** The queue that an open ticket stands in, {@code shop:day}. */
  static final String QUEUE = "queue";

  /** Its place there: service, whether it is in the line, its turn; in the order of texts. */
  static final String PLACE = "place";

  /** When somebody must look at it, milliseconds. */
  static final String DUE = "dueAt";

  /** The last instant of its day, milliseconds: for retention. */
  static final String ENDS = "ends";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
          .disable(DeserializationFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private TicketJson() {}

  /** What a document says. */
  static Ticket ticket(String json) {
    return read(json, Ticket.class);
  }

  /** What a document says that has been parsed. */
  static Ticket ticket(ObjectNode document) {
    try {
      return MAPPER.treeToValue(document, Ticket.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no ticket", e);
    }
  }

  static ObjectNode parse(String json) {
    try {
      return (ObjectNode) MAPPER.readTree(json);
    } catch (JsonProcessingException | ClassCastException e) {
      throw new IllegalArgumentException("the stored document is no JSON object", e);
    }
  }

  /**
   * @param node the body that it replaces, whose unknown fields are kept; changed by this
   */
  static String ticket(Ticket ticket, Outbox outbox, ObjectNode node, Instant now) {
    node.setAll((ObjectNode) MAPPER.valueToTree(ticket));
    node.put("schema", SCHEMA);
    node.put(ENDS, Days.end(ticket.wish().day()).toEpochMilli());
    if (ticket.due() == null) node.remove(DUE);
    else node.put(DUE, ticket.due().toEpochMilli());
    if (ticket.isLive()) {
      node.put(QUEUE, queue(ticket.wish().shop(), ticket.wish().day()));
      node.put(PLACE, place(ticket));
    } else {
      node.remove(QUEUE);
      node.remove(PLACE);
    }
    OutboxJson.put(node, outbox, now);
    return node.toString();
  }

  static String queue(String shop, LocalDate day) {
    return shop + ':' + day;
  }

  /** Where the line of a service begins in the order of places; it ends before {@link #lineEnd}. */
  static String line(String service) {
    return service + ":w:";
  }

  static String lineEnd(String service) {
    return service + ":w;";
  }

  /** Where those who come later begin; they end before {@link #laterEnd}. */
  static String later(String service) {
    return service + ":b:";
  }

  static String later(String service, long turn) {
    return later(service) + digits(turn);
  }

  static String laterEnd(String service) {
    return service + ":b;";
  }

  /** The place of a turn in the line of a service. */
  static String place(String service, long turn) {
    return line(service) + digits(turn);
  }

  private static String place(Ticket ticket) {
    String service = ticket.wish().service();
    if (ticket.state().inLine()) return place(service, ticket.turn());
    String group = ticket.state().atCounter() ? ":c:" : ":b:";
    return service + group + digits(ticket.turn());
  }

  /** Of one length, so that the order of texts is that of numbers. */
  private static String digits(long turn) {
    String digits = Long.toString(turn);
    return "0".repeat(Math.max(0, TURN_DIGITS - digits.length())) + digits;
  }

  /** Digits of a turn: {@link Turns#MOST} has as many. */
  private static final int TURN_DIGITS = 15;

  static ObjectNode write(Object value, String previous) {
    ObjectNode node = parse(previous);
    node.setAll((ObjectNode) MAPPER.valueToTree(value));
    return node.put("schema", SCHEMA);
  }

  /**
   * @throws IllegalArgumentException when it is none
   */
  static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no " + type.getSimpleName(), e);
    }
  }
}
