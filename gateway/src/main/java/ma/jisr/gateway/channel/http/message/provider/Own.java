package ma.jisr.gateway.channel.http.message.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.http.Caller;
import ma.jisr.gateway.channel.http.Knock;
import ma.jisr.gateway.channel.http.Reply;
import ma.jisr.gateway.channel.http.message.Called;
import ma.jisr.gateway.channel.http.message.Provider;
import ma.jisr.gateway.channel.http.message.Verdict;

/**
 * A provider by the names that it uses, for those who have no class of their own: one message a
 * request, names at the top of a form, a query or an object of JSON.
 *
 * @param request how it is called
 * @param words how it tells what people send
 * @param fates how it tells what became of a message; empty where it does not
 */
public record Own(Request request, Words words, Optional<Fates> fates) implements Provider {
  /** How a request is written. */
  public enum Shape {
    QUERY,
    FORM,
    JSON
  }

  /**
   * How it is called.
   *
   * @param shape of its fields
   * @param path behind the base
   * @param headers with what shows who we are
   * @param fixed fields that stand in each request
   * @param to the field of the receiver's number
   * @param from the field of the code that it comes from; "" for none
   * @param text the field of the text
   * @param plus whether a plus stands before the number
   * @param id where the answer tells the message's id: a name, or a JSON pointer; "" for none
   */
  public record Request(
      Shape shape,
      String path,
      Map<String, String> headers,
      Map<String, String> fixed,
      String to,
      String from,
      String text,
      boolean plus,
      String id) {
    public Request {
      headers = Map.copyOf(headers);
      fixed = Map.copyOf(fixed);
    }

    @Override
    public String toString() {
      return "Request[hidden]";
    }
  }

  /**
   * The fields of what people send.
   *
   * @param id "" where there is none
   * @param to "" where it is not told
   */
  public record Words(String id, String from, String to, String text) {}

  /**
   * The fields of what became of a message.
   *
   * @param values by what they mean, in lower case
   */
  public record Fates(String id, String state, Map<String, Receipt.State> values) {
    public Fates {
      values = Map.copyOf(values);
    }
  }

  /** Where a request's fields are looked up. */
  private interface Values {
    Optional<String> of(String name);
  }

  @Override
  public Optional<Called> read(Knock knock) {
    JsonNode json = Json.read(knock.body());
    Values values = json.isObject() ? name -> at(json, name) : knock::field;
    if (fates.isPresent()) {
      Fates told = fates.get();
      Optional<String> state = values.of(told.state());
      Optional<String> id = values.of(told.id()).filter(text -> !text.isBlank());
      if (state.isPresent() && id.isPresent())
        return Optional.of(
            Called.of(new Called.Fate(id.get(), state(told, state.get()), ""), Reply.TAKEN));
    }
    Optional<String> from = values.of(words.from());
    Optional<String> text = values.of(words.text());
    if (from.isEmpty() || text.isEmpty()) return Optional.empty();
    return Optional.of(
        Called.of(
            new Called.Words(
                of(values, words.id()), from.get(), of(values, words.to()), text.get()),
            Reply.TAKEN));
  }

  private static String of(Values values, String name) {
    return name.isEmpty() ? "" : values.of(name).orElse("");
  }

  private static Receipt.State state(Fates told, String value) {
    return told.values().getOrDefault(value.toLowerCase(Locale.ROOT), Receipt.State.UNKNOWN);
  }

  private static Optional<String> at(JsonNode root, String name) {
    JsonNode value = name.startsWith("/") ? root.at(name) : root.path(name);
    return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
  }

  @Override
  public Caller.Ask write(Outbound message) {
    Map<String, String> fields = new HashMap<>(request.fixed());
    fields.put(request.to(), (request.plus() ? "+" : "") + message.to().value());
    if (!request.from().isEmpty()) fields.put(request.from(), message.code());
    fields.put(request.text(), message.text());
    Map<String, String> headers = new HashMap<>(request.headers());
    if (request.shape() == Shape.JSON) {
      headers.put("content-type", Json.TYPE);
      ObjectNode body = Json.MAPPER.createObjectNode();
      fields.forEach(body::put);
      return post(headers, Buffer.buffer(body.toString()));
    }
    Form form = new Form();
    fields.forEach(form::put);
    if (request.shape() == Shape.QUERY)
      return new Caller.Ask(HttpMethod.GET, request.path() + '?' + form, headers, Buffer.buffer());
    headers.put("content-type", Form.TYPE);
    return post(headers, form.body());
  }

  private Caller.Ask post(Map<String, String> headers, Buffer body) {
    return new Caller.Ask(HttpMethod.POST, request.path(), headers, body);
  }

  @Override
  public Verdict told(Outbound message, Caller.Heard.Answer answer) {
    if (answer.status() / 100 != 2)
      return Verdict.of(answer.status(), Optional.ofNullable(answer.headers().get("retry-after")));
    if (request.id().isEmpty()) return new Verdict.Taken("");
    return new Verdict.Taken(at(Json.read(answer.body()), request.id()).orElse(""));
  }
}
