package ma.jisr.gateway.channel.http.message.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
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
 * Infobip: lists of results in, JSON out (infobip.com/docs/api, "SMS").
 *
 * @param key of its API
 * @param reports where reports are to be sent; "" where its portal says
 */
public record Infobip(String key, String reports) implements Provider {
  @Override
  public Optional<Called> read(Knock knock) {
    JsonNode results = Json.read(knock.body()).path("results");
    if (!results.isArray()) return Optional.empty();
    List<Called.Words> words = new ArrayList<>();
    List<Called.Fate> fates = new ArrayList<>();
    List<String> ignored = new ArrayList<>();
    for (JsonNode one : results) {
      String id = one.path("messageId").asText("");
      if (id.isBlank()) ignored.add("malformed");
      else if (one.has("status")) fates.add(fate(id, one));
      else if (one.has("from") && one.has("text"))
        words.add(
            new Called.Words(
                id,
                one.path("from").asText(),
                one.path("to").asText(""),
                one.path("text").asText()));
      else ignored.add("malformed");
    }
    // What is bad among good ones must not bring those again and again.
    boolean bad = words.isEmpty() && fates.isEmpty() && !ignored.isEmpty();
    return bad ? Optional.empty() : Optional.of(new Called(words, fates, ignored, Reply.TAKEN));
  }

  private static Called.Fate fate(String id, JsonNode one) {
    Receipt.State state =
        switch (one.at("/status/groupName").asText("")) {
          case "PENDING" -> Receipt.State.ENROUTE;
          case "DELIVERED" -> Receipt.State.DELIVERED;
          case "EXPIRED" -> Receipt.State.EXPIRED;
          case "UNDELIVERABLE" -> Receipt.State.UNDELIVERABLE;
          case "REJECTED" -> Receipt.State.REJECTED;
          default -> Receipt.State.UNKNOWN;
        };
    return new Called.Fate(id, state, one.at("/error/name").asText(""));
  }

  @Override
  public Caller.Ask write(Outbound message) {
    ObjectNode root = Json.MAPPER.createObjectNode();
    ObjectNode one = root.putArray("messages").addObject();
    if (!message.code().isEmpty()) one.put("from", message.code());
    one.putArray("destinations").addObject().put("to", message.to().value());
    one.put("text", message.text());
    if (!reports.isEmpty()) one.put("notifyUrl", reports).put("notifyContentType", Json.TYPE);
    return new Caller.Ask(
        HttpMethod.POST,
        "/sms/2/text/advanced",
        Map.of("authorization", "App " + key, "accept", Json.TYPE, "content-type", Json.TYPE),
        Buffer.buffer(root.toString()));
  }

  @Override
  public Verdict told(Outbound message, Caller.Heard.Answer answer) {
    JsonNode one = Json.read(answer.body()).at("/messages/0");
    if (answer.status() / 100 != 2 || one.isMissingNode())
      return Verdict.of(
          answer.status() / 100 == 2 ? 502 : answer.status(),
          Optional.ofNullable(answer.headers().get("retry-after")));
    String group = one.at("/status/groupName").asText("");
    boolean refused = group.equals("REJECTED") || group.equals("UNDELIVERABLE");
    return refused
        ? new Verdict.Refused(one.at("/status/name").asText(group))
        : new Verdict.Taken(one.path("messageId").asText(""));
  }

  @Override
  public String toString() {
    return "Infobip[hidden]";
  }
}
