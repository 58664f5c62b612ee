package ma.jisr.service.wallet.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import ma.jisr.service.outbox.OutboxJson;
import org.jspecify.annotations.Nullable;

/** Records of this package in the store: their fields, and those by which they are found. */
final class PaymentJson {
  /** Written into each document; a node never writes a newer one than its own. */
  static final int SCHEMA = 1;

  /** When something must be done, milliseconds. */
  static final String DUE = "dueAt";

  /** Since when lines of the journal wait to be copied out, milliseconds. */
  static final String UNCOPIED = "uncopiedAt";

  /** Whose it is. */
  static final String PERSON = "person";

  /** Newest first: milliseconds before 1970. */
  static final String NEWEST = "newest";

  /** The provider's reference. */
  static final String TRANSACTION = "transaction";

  /** Since when people must look at it, milliseconds. */
  static final String REVIEW = "reviewAt";

  /** When a merchant or supplier was paid by it, milliseconds; for their day's sum. */
  static final String SOLD = "soldAt";

  /** Until when it is kept, milliseconds. */
  static final String KEEP = "keepUntil";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private PaymentJson() {}

  static Payment payment(String json) {
    return read(json, Payment.class);
  }

  /**
   * @param previous the body that it replaces, whose unknown fields are kept
   */
  static String payment(Payment payment, String previous, Instant now) {
    ObjectNode node = write(payment, previous);
    put(node, DUE, payment.due());
    node.put(PERSON, payment.terms().person());
    node.put(NEWEST, -payment.terms().made().toEpochMilli());
    put(node, REVIEW, payment.state() == State.REVIEW ? payment.since() : null);
    put(node, SOLD, SalesBook.isSale(payment) ? payment.since() : null);
    node.put(KEEP, PaymentCollections.keep(payment).toEpochMilli());
    List<Entry> uncopied = payment.journal().uncopied();
    boolean copies = payment.consent() != null && !uncopied.isEmpty();
    put(node, UNCOPIED, copies ? uncopied.getFirst().at() : null);
    String transaction = payment.exchange().transaction();
    if (transaction != null) node.put(TRANSACTION, transaction);
    OutboxJson.put(node, payment.outbox(), now);
    return node.toString();
  }

  private static void put(ObjectNode node, String field, @Nullable Instant at) {
    if (at == null) node.remove(field);
    else node.put(field, at.toEpochMilli());
  }

  static ObjectNode write(Object value, String previous) {
    ObjectNode node = parse(previous);
    node.setAll((ObjectNode) MAPPER.valueToTree(value));
    return node.put("schema", SCHEMA);
  }

  static ObjectNode parse(String json) {
    try {
      return (ObjectNode) MAPPER.readTree(json);
    } catch (JsonProcessingException | ClassCastException e) {
      throw new IllegalArgumentException("the stored document is no JSON object", e);
    }
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
