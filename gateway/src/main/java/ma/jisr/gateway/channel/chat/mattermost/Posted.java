package ma.jisr.gateway.channel.chat.mattermost;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import ma.jisr.gateway.channel.chat.ChatText;

/** What a post of a channel that the bot is in means to us. Pure. */
sealed interface Posted {
  /** The word for "show me the menu", in no language or in all: what is said who says nothing. */
  String MENU = "menu";

  /** Characters of a person's words that are read: as many as the longest SMS has. */
  int MOST = 2_448;

  /** What the server marks posts with that no person has typed. */
  List<String> MACHINES = List.of("webhook", "bot", "plugin", "oauth_app");

  /**
   * Words of a person to us.
   *
   * @param id of the post
   * @param user who wrote it
   * @param at when it was made, epoch milliseconds by the server's clock
   */
  record Words(String id, String user, long at, String text) implements Posted {
    @Override
    public String toString() {
      return "Words[" + id + "]";
    }
  }

  /**
   * Nothing that we answer: answering ourselves or another machine would never end.
   *
   * @param why in one word
   */
  record Ignored(String why) implements Posted {}

  /**
   * Reads a post.
   *
   * @param post as the API writes it
   * @param direct whether its channel is a conversation of two; elsewhere the bot is to be named
   */
  static Posted read(JsonNode post, boolean direct, Me me) {
    String id = post.path("id").asText("");
    String user = post.path("user_id").asText("");
    long at = post.path("create_at").asLong(0);
    if (!Ids.is(id) || !Ids.is(user) || at <= 0) return new Ignored("malformed");
    String why = machine(post, user, me);
    if (!why.isEmpty()) return new Ignored(why);
    if (post.path("delete_at").asLong(0) > 0) return new Ignored("deleted");
    String text = post.path("message").asText("").strip();
    if (!direct) {
      int mention = mention(text, me.name());
      if (mention < 0) return new Ignored("channel");
      text = without(text, mention, me.name().length() + 1);
    }
    if (text.isEmpty() && !post.path("file_ids").isEmpty()) text = ChatText.NO_WORDS;
    if (text.isEmpty() && direct) return new Ignored("empty");
    return new Words(id, user, at, text.isEmpty() ? MENU : ChatText.cut(text, MOST));
  }

  /** Why no person has written it; "" where one has. */
  private static String machine(JsonNode post, String user, Me me) {
    if (user.equals(me.id())) return "own";
    JsonNode props = post.path("props");
    for (String mark : MACHINES) if (props.path("from_" + mark).asBoolean(false)) return mark;
    String type = post.path("type").asText("");
    if (type.startsWith("system_")) return "system";
    return type.isEmpty() ? "" : "type";
  }

  /** Where the bot is named, whole: "@jisr" is not in "@jisr2" or "a@jisr". */
  private static int mention(String text, String name) {
    String all = text.toLowerCase(Locale.ROOT);
    String mention = '@' + name.toLowerCase(Locale.ROOT);
    for (int at = all.indexOf(mention); at >= 0; at = all.indexOf(mention, at + 1)) {
      int end = at + mention.length();
      boolean begins = at == 0 || !Character.isLetterOrDigit(all.charAt(at - 1));
      if (begins && (end == all.length() || !named(all, end))) return at;
    }
    return -1;
  }

  /** Whether a name goes on here; a point or dash that ends the text or the word is none of it. */
  private static boolean named(String all, int at) {
    char c = all.charAt(at);
    if (Character.isLetterOrDigit(c) || c == '_') return true;
    boolean inside = c == '.' || c == '-';
    return inside && at + 1 < all.length() && Character.isLetterOrDigit(all.charAt(at + 1));
  }

  private static String without(String text, int at, int length) {
    String rest = text.substring(0, at) + text.substring(at + length);
    int end = 0;
    while (end < rest.length() && (" ,:\u00a0\n".indexOf(rest.charAt(end)) >= 0)) end++;
    return rest.substring(end).strip();
  }
}
