package ma.jisr.gateway.channel.chat.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.http.Reply;
import ma.jisr.gateway.channel.http.message.Called;

/**
 * One call of Meta's: several entries of several changes with several messages and statuses each.
 * It is signed, and comes again for days when it is refused: what of it has not the form, or
 * concerns nobody, is counted, and the rest of it is heard.
 */
final class Webhook {
  /** Meta tries again for up to 7 days; what is older is a replay. */
  static final Duration STALE = Duration.ofDays(7);

  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
  private static final Pattern DIGITS = Pattern.compile("\\d{1,20}");

  private final String number;
  private final Instant now;
  private final List<Called.Words> words = new ArrayList<>();
  private final List<Called.Fate> fates = new ArrayList<>();
  private final List<String> ignored = new ArrayList<>();

  /**
   * @param number the phone_number_id that we are
   */
  Webhook(String number, Instant now) {
    this.number = number;
    this.now = now;
  }

  /** All that it tells; empty where it is no call of WhatsApp's at all. */
  Optional<Called> read(JsonNode root) {
    boolean ours = root.path("object").asText("").equals("whatsapp_business_account");
    if (!ours || !root.path("entry").isArray()) return Optional.empty();
    for (JsonNode entry : root.path("entry"))
      for (JsonNode change : entry.path("changes")) change(change);
    return Optional.of(new Called(words, fates, ignored, Reply.TAKEN));
  }

  private void change(JsonNode change) {
    JsonNode value = change.path("value");
    JsonNode metadata = value.path("metadata");
    if (!change.path("field").asText("").equals("messages")) {
      ignored.add("field");
    } else if (!metadata.path("phone_number_id").asText("").equals(number)) {
      ignored.add("number");
    } else {
      String called = metadata.path("display_phone_number").asText("");
      for (JsonNode message : value.path("messages"))
        message(message, DIGITS.matcher(called).matches() ? called : "");
      for (JsonNode status : value.path("statuses")) status(status);
      if (value.path("errors").size() > 0) ignored.add("error");
    }
  }

  private void message(JsonNode message, String called) {
    String id = id(message);
    String from = Sender.of(message);
    if (id.isEmpty() || from.isEmpty()) ignored.add("malformed");
    else if (stale(message.path("timestamp").asText(""))) ignored.add("stale");
    else if (message.has("group_id")) ignored.add("group");
    else
      switch (Spoken.of(message)) {
        case Spoken.Words(String text) -> words.add(new Called.Words(id, from, called, text));
        case Spoken.Nothing(String why) -> ignored.add(why);
      }
  }

  private static String id(JsonNode one) {
    String id = one.path("id").asText("");
    return id.isBlank() ? "" : id;
  }

  private boolean stale(String seconds) {
    return SECONDS.matcher(seconds).matches()
        && Instant.ofEpochSecond(Long.parseLong(seconds)).isBefore(now.minus(STALE));
  }

  private void status(JsonNode status) {
    String id = id(status);
    Receipt.State state =
        switch (status.path("status").asText("")) {
          case "sent" -> Receipt.State.ENROUTE;
          case "delivered", "read" -> Receipt.State.DELIVERED;
          case "failed" -> Receipt.State.UNDELIVERABLE;
          default -> Receipt.State.UNKNOWN;
        };
    if (id.isEmpty()) ignored.add("malformed");
    else if (state == Receipt.State.UNKNOWN) ignored.add("status");
    else {
      JsonNode code = status.at("/errors/0/code");
      boolean failed = state == Receipt.State.UNDELIVERABLE;
      fates.add(
          new Called.Fate(
              id,
              state,
              code.isInt() ? code.asText() : "",
              // Minus one is none of theirs.
              failed ? Fault.word(code.asInt(-1)) : ""));
    }
  }
}
