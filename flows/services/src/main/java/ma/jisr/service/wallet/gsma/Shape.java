package ma.jisr.service.wallet.gsma;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a body is, by what is in it. The status beside it is not asked: a proxy makes 502 of a
 * refusal, a failure calls back with an object that only its members tell from a success, and 200,
 * 201 and 202 are used for one another.
 */
sealed interface Shape {
  /**
   * A request that goes on behind the scenes ("request state").
   *
   * @param server the provider's id of it; null when it gave none
   * @param status plain; "" when there is none
   * @param object what came of it, a reference; null when it is not said
   * @param expires when it gives up; null when it is not said
   * @param polls how often it may be asked; 0 when it is not said
   * @param trouble why it failed; null when it is not said
   */
  record State(
      @Nullable String server,
      String status,
      @Nullable String object,
      @Nullable Instant expires,
      int polls,
      @Nullable Trouble trouble)
      implements Shape {}

  /**
   * A transaction.
   *
   * @param reference the provider's
   * @param status its own word
   */
  record Transaction(String reference, String status, Fields fields) implements Shape {}

  /** An error. */
  record Failure(Trouble trouble) implements Shape {}

  /** Where the answer to an earlier request is. */
  record Link(String link) implements Shape {}

  /** An object or array that is none of these: what a question about accounts is answered with. */
  record Other(JsonNode node) implements Shape {}

  /** No JSON, or of two shapes at once. */
  record Unreadable() implements Shape {}

  /** Most polls that a provider's word is taken for. */
  int MOST_POLLS = 1_000_000;

  static Shape of(byte[] body) {
    JsonNode node = Json.read(body);
    if (!node.isContainerNode()) return new Unreadable();
    if (!node.isObject()) return new Other(node);
    Fields fields = new Fields(node);
    boolean error = fields.has("errorCode") || fields.has("errorCategory");
    String reference = fields.text("transactionReference");
    String status = fields.text("transactionStatus");
    boolean state = fields.has("serverCorrelationId") || fields.has("notificationMethod");
    if (state && error) return new Unreadable();
    if (state) return state(fields);
    if (reference != null && Paths.sound(reference) && status != null)
      return error ? new Unreadable() : new Transaction(reference, status, fields);
    if (error) return reference == null ? new Failure(Trouble.of(fields)) : new Unreadable();
    String link = fields.text("link");
    return link == null ? new Other(node) : new Link(link);
  }

  private static State state(Fields fields) {
    String server = fields.text("serverCorrelationId");
    return new State(
        server != null && Paths.sound(server) ? server : null,
        Words.plain(fields.textOr("status")),
        fields.text("objectReference"),
        Times.instant(fields.text("expiryTime")),
        Math.clamp(fields.node("pollLimit").asLong(0), 0, MOST_POLLS),
        trouble(fields.has("error") ? fields.node("error") : fields.node("errorReference")));
  }

  private static @Nullable Trouble trouble(JsonNode node) {
    if (!node.isObject()) return null;
    Trouble trouble = Trouble.of(new Fields(node));
    return trouble.code().isEmpty() && trouble.category().isEmpty() ? null : trouble;
  }
}
