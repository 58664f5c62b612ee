package ma.jisr.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why something was not done, for a program and for who reads its log (RFC 9457).
 *
 * @param status of HTTP
 * @param word that stays the same in all releases; the end of the type's URI
 * @param title what the word means
 * @param detail of this very case; holds nothing secret and nothing of a person
 * @param more members beside these
 */
public record Problem(
    int status, String word, String title, String detail, Map<String, JsonNode> more) {
  /** The media type. */
  public static final String TYPE = "application/problem+json";

  private static final String URN = "urn:jisr:problem:";

  public Problem {
    more = Map.copyOf(more);
  }

  private static Problem of(int status, String word, String title, String detail) {
    return new Problem(status, word, title, detail, Map.of());
  }

  /** What was sent cannot be read at all. */
  public static Problem malformed(String detail) {
    return of(400, "malformed", "The request cannot be read", detail);
  }

  static Problem unknownCaller() {
    return of(
        401,
        "no-token",
        "A good token is needed",
        "Send Authorization: Bearer TOKEN; jisr account token create gives one");
  }

  /** The role, or the territory, does not reach so far. */
  public static Problem forbidden(String detail) {
    return of(403, "forbidden", "Not allowed", detail);
  }

  public static Problem unknown(String detail) {
    return of(404, "unknown", "Not here", detail);
  }

  static Problem method(String allowed) {
    return of(405, "method", "Not with this method", "Known here: " + allowed);
  }

  static Problem notAcceptable(String offered) {
    return of(406, "not-acceptable", "Not in this form", "Offered: " + offered);
  }

  /** It is as it is: what was asked for does not go together with that. */
  public static Problem conflict(String detail) {
    return of(409, "conflict", "That does not go together", detail);
  }

  /**
   * Somebody else has changed it since.
   *
   * @param theirs as it stands now
   * @param yours as it would have become
   */
  public static Problem overtaken(JsonNode theirs, JsonNode yours) {
    Problem plain =
        of(
            412,
            "overtaken",
            "Somebody else has changed it",
            "Nothing was overwritten: compare both, then change the present version");
    return plain.with("theirs", theirs).with("yours", yours);
  }

  static Problem tooLarge(int most) {
    return of(413, "too-large", "Too large", "At most " + most + " bytes are taken here");
  }

  /**
   * A body of another media type.
   *
   * @param taken those that are taken
   */
  public static Problem unsupported(String taken) {
    return of(415, "unsupported", "Not this media type", "Taken here: " + taken);
  }

  /** It can be read, but says what cannot be. */
  public static Problem invalid(String detail) {
    return of(422, "invalid", "That cannot be", detail);
  }

  static Problem unconditional() {
    return of(
        428,
        "if-match-needed",
        "Say which version you mean",
        "Send If-Match with the ETag that you have read");
  }

  static Problem tooOften() {
    return of(429, "too-often", "Too many requests", "Wait as long as Retry-After says");
  }

  /**
   * As many at once as one account may have.
   *
   * @param detail how many
   */
  static Problem tooMany(String detail) {
    return of(429, "too-many", "Too many at once", detail);
  }

  /** Trying again later may help. */
  public static Problem unavailable(String detail) {
    return of(503, "unavailable", "Not now", detail);
  }

  /** For what the HTTP machinery itself refuses. */
  static Problem plain(int status, String title) {
    return of(status, "http", title, "See RFC 9110 on status " + status);
  }

  /** One that says more. */
  public Problem with(String name, JsonNode value) {
    Map<String, JsonNode> next = new LinkedHashMap<>(more);
    next.put(name, value);
    return new Problem(status, word, title, detail, next);
  }

  /** As it is sent. */
  public ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("type", URN + word).put("title", title).put("status", status).put("detail", detail);
    more.forEach(node::set);
    return node;
  }
}
