package ma.jisr.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an operation answers.
 *
 * @param status of HTTP
 * @param type the body's media type
 * @param body in full, sent as UTF-8; "" for none
 * @param headers beside those that every answer has
 * @param tag the entity tag of a resource that counts its versions; empty: of the body
 * @param of the id of what was read or changed, for the audit trail; "" for many things, or none
 * @param events what goes on being told, in the place of a body; empty for all but streams
 */
public record Answer(
    int status,
    String type,
    String body,
    Map<String, String> headers,
    Optional<String> tag,
    String of,
    Optional<Events> events) {
  public static final String JSON = "application/json";
  public static final String GEO_JSON = "application/geo+json";
  public static final String CSV = "text/csv";
  public static final String EVENTS = EventStream.TYPE;

  public Answer {
    headers = Map.copyOf(headers);
  }

  public static Answer json(JsonNode body) {
    return text(JSON, body.toString());
  }

  /** A text of any type. */
  public static Answer text(String type, String body) {
    return new Answer(200, type, body, Map.of(), Optional.empty(), "", Optional.empty());
  }

  /** A stream that ends when its client goes, or there is nothing to tell any more. */
  public static Answer stream(Events events) {
    return new Answer(200, EVENTS, "", Map.of(), Optional.empty(), "", Optional.of(events));
  }

  public static Answer problem(Problem problem) {
    String body = problem.json().toString();
    return text(Problem.TYPE, body).status(problem.status());
  }

  public Answer status(int next) {
    return new Answer(next, type, body, headers, tag, of, events);
  }

  /** Of a resource that counts its versions. */
  public Answer version(long version) {
    Optional<String> next = Optional.of(ETag.of(version));
    return new Answer(status, type, body, headers, next, of, events);
  }

  /** With what the audit trail calls it by. */
  public Answer of(String id) {
    return new Answer(status, type, body, headers, tag, id, events);
  }

  public Answer header(String name, String value) {
    Map<String, String> next = new HashMap<>(headers);
    next.put(name, value);
    return new Answer(status, type, body, next, tag, of, events);
  }

  @Override
  public String toString() {
    return "Answer[" + status + " " + type + "]";
  }
}
