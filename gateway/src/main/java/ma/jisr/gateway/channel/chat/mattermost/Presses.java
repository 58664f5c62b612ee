package ma.jisr.gateway.channel.chat.mattermost;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import ma.jisr.flow.Button;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.chat.ChatText;
import ma.jisr.gateway.channel.http.Knock;
import ma.jisr.gateway.channel.http.Reply;
import ma.jisr.gateway.channel.http.message.Called;
import ma.jisr.gateway.channel.http.message.provider.Json;

/** What people press below a post, and what they call by the slash command: both at our door. */
final class Presses {
  private static final String ACTION = "action";
  private static final String COMMAND = "command";

  /** Bytes of what a button says that its context carries. */
  private static final int MOST_SAID = 512;

  /** Characters of a button's label; what is longer fills a phone's screen. */
  private static final int MOST_LABEL = 64;

  private final Mattermost.Account account;
  private final Seal seal;

  Presses(Mattermost.Account account) {
    this.account = account;
    this.seal = new Seal(account.token());
  }

  /**
   * The post's properties, with its buttons; empty where nothing is to be pressed. Each button
   * carries the text along, to be shown without them when one was pressed.
   */
  Optional<ObjectNode> offer(Outbound message, String shown) {
    if (account.door().isEmpty() || message.buttons().isEmpty()) return Optional.empty();
    ObjectNode props = Json.MAPPER.createObjectNode();
    ArrayNode actions = props.putArray("attachments").addObject().putArray("actions");
    for (Button button : message.buttons()) {
      String said = button.told(MOST_SAID);
      ObjectNode action = actions.addObject();
      // Letters and digits only: the server finds no action by another name.
      action.put("id", "key" + button.digits());
      action.put("type", "button");
      action.put("name", ChatText.cut(button.label(), MOST_LABEL));
      ObjectNode integration = action.putObject("integration");
      integration.put("url", account.door() + '/' + ACTION);
      ObjectNode context = integration.putObject("context");
      context.put("said", said);
      context.put("shown", shown);
      context.put("seal", seal.of(message.to().value(), said, shown));
    }
    return Optional.of(props);
  }

  /** Whether a call is the server's. */
  boolean proves(Knock knock) {
    return switch (knock.rest()) {
      case ACTION -> sealed(Json.read(knock.body()));
      case COMMAND -> commanded(knock);
      default -> false;
    };
  }

  private boolean sealed(JsonNode press) {
    JsonNode context = press.path("context");
    return seal.holds(
        context.path("seal").asText(""),
        press.path("user_id").asText(""),
        context.path("said").asText(""),
        context.path("shown").asText(""));
  }

  /** The token stands in the form, and in a header that proxies may take away. */
  private boolean commanded(Knock knock) {
    String wanted = account.command();
    return !wanted.isEmpty()
        && knock.form().first("token").filter(told -> same(told, wanted)).isPresent()
        && knock.header("authorization").map(told -> same(told, "Token " + wanted)).orElse(true);
  }

  private static boolean same(String told, String wanted) {
    return MessageDigest.isEqual(told.getBytes(UTF_8), wanted.getBytes(UTF_8));
  }

  /**
   * Reads a call that was proven.
   *
   * @param name of the bot, with whom it goes on; "" while unknown
   */
  Optional<Called> read(Knock knock, String name) {
    return knock.rest().equals(ACTION) ? pressed(Json.read(knock.body())) : commanded(knock, name);
  }

  private static Optional<Called> pressed(JsonNode press) {
    String user = press.path("user_id").asText("");
    String post = press.path("post_id").asText("");
    String said = press.at("/context/said").asText("");
    String shown = press.at("/context/shown").asText("");
    if (!Ids.is(user) || !Ids.is(post) || said.isEmpty()) return Optional.empty();
    ObjectNode answer = Json.MAPPER.createObjectNode();
    String chosen = "✓ " + Markdown.plain(label(said));
    // Empty properties take the buttons away; none would keep them.
    ObjectNode update = answer.putObject("update");
    update.put("message", shown + "\n\n" + chosen).putObject("props");
    // However often one is pressed: the post goes once, and each of its buttons says one thing.
    String id = post + '-' + hash(said);
    return Optional.of(Called.of(new Called.Words(id, user, "", said), json(answer)));
  }

  private static String label(String said) {
    return Button.pressed(said).map(button -> button.digits() + ' ' + button.label()).orElse("");
  }

  private static Optional<Called> commanded(Knock knock, String name) {
    String user = knock.form().first("user_id").orElse("");
    String trigger = knock.form().first("trigger_id").orElse("");
    if (!Ids.is(user) || trigger.isEmpty()) return Optional.empty();
    String text = knock.form().first("text").orElse("").strip();
    ObjectNode answer = Json.MAPPER.createObjectNode();
    // In no language: the answer comes in the person's own, where only they see it.
    answer.put("response_type", "ephemeral");
    answer.put("text", name.isEmpty() ? "…" : "→ @" + name);
    String heard = text.isEmpty() ? Posted.MENU : ChatText.cut(text, Posted.MOST);
    return Optional.of(
        Called.of(new Called.Words("c-" + hash(trigger), user, "", heard), json(answer)));
  }

  private static Reply json(ObjectNode body) {
    return new Reply(200, Json.TYPE, body.toString());
  }

  /** A short name of something long. */
  private static String hash(String text) {
    try {
      byte[] whole = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(whole, 0, 12);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
