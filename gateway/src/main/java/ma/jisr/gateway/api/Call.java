package ma.jisr.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Actor;
import ma.jisr.gateway.account.Caller;

/**
 * A request that has passed the gate: its bearer may ask this, and all that it says has the form
 * that the description tells.
 *
 * @param caller who asks
 * @param parameters of path, query and headers, by name, of the described types
 * @param json the body; missing where it is none
 * @param body the body as it came; empty without one
 * @param bodyType its media type; "" without one
 * @param accepted the media type of the answer, one of those described
 * @param version that If-Match names; 0 where none is asked for
 * @param writeId names the change, so that repeating it changes nothing
 * @param page what a cursor says; empty for the first page
 * @param filters all that a next page must have in common with this one
 * @param cursors makes the next page's cursor
 */
public record Call(
    Caller caller,
    Map<String, JsonNode> parameters,
    JsonNode json,
    Buffer body,
    String bodyType,
    String accepted,
    long version,
    String writeId,
    Optional<String> page,
    String filters,
    Cursors cursors) {
  public Call {
    parameters = Map.copyOf(parameters);
  }

  /** The body's bytes. */
  public byte[] bytes() {
    return body.getBytes();
  }

  public Actor actor() {
    return caller.actor();
  }

  /** A text, or "" when it was left out. */
  public String text(String name) {
    return parameter(name).asText("");
  }

  public Optional<String> maybe(String name) {
    return Optional.ofNullable(parameter(name).textValue());
  }

  /** A whole number; {@code otherwise} when it was left out. */
  public int whole(String name, int otherwise) {
    return parameter(name).asInt(otherwise);
  }

  public Optional<Double> number(String name) {
    JsonNode value = parameter(name);
    return value.isNumber() ? Optional.of(value.asDouble()) : Optional.empty();
  }

  public boolean flag(String name) {
    return parameter(name).asBoolean(false);
  }

  /** The cursor of the page behind this position. */
  public String next(String position) {
    return cursors.write(filters, position);
  }

  private JsonNode parameter(String name) {
    JsonNode value = parameters.get(name);
    return value == null ? MissingNode.getInstance() : value;
  }

  @Override
  public String toString() {
    return "Call[hidden]";
  }
}
