package ma.jisr.app.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.List;
import ma.jisr.app.settings.DoorSettings.ChatLink;
import ma.jisr.gateway.channel.chat.mattermost.Mattermost;
import ma.jisr.gateway.channel.http.Verifier;
import ma.jisr.gateway.web.Proxies;

/** Reads one entry of {@code links} that leads to a Mattermost server. */
final class MattermostReader {
  /** The word that such entries have as their type. */
  static final String TYPE = "mattermost";

  /** Calls a second that a server takes from one account, where it counts them at all. */
  private static final int RATE = 10;

  private static final String EXAMPLE = "door: https://jisr.example.ma/links/";

  private final Section link;

  MattermostReader(Section link) {
    this.link = link;
  }

  ChatLink read() {
    ChatDoor chat = new ChatDoor(link, TYPE);
    String token = chat.token("token");
    String command = link.has("command-token") ? chat.token("command-token") : "";
    if (token.isEmpty()) token = "none: such settings never start";
    Mattermost server =
        new Mattermost(new Mattermost.Account(token, command, door()), Clock.systemUTC());
    ChatLink read = new ChatLink(chat.message(verifier(server), "", RATE), server);
    link.finish();
    return read;
  }

  /** Its buttons and its command each show who calls; where it calls from may be asked besides. */
  private Verifier verifier(Mattermost server) {
    Verifier inside = new Verifier.Inside(server::proves);
    if (!link.has("networks")) return inside;
    Proxies networks = ListenerReader.networks(link, "networks");
    return new Verifier.All(List.of(inside, new Verifier.Networks(networks::trusts)));
  }

  /** Where the server reaches the link's door; "" where nobody says so. */
  private String door() {
    String text = link.text("door", "");
    if (text.isEmpty()) return "";
    try {
      URI door = new URI(text);
      boolean plain = "http".equals(door.getScheme()) && door.getHost() != null;
      boolean web = ("https".equals(door.getScheme()) && door.getHost() != null) || plain;
      if (web && door.getRawQuery() == null && door.getRawFragment() == null) {
        if (plain && !LinkReader.isPrivate(door.getHost()))
          link.problem(
              "door",
              "is a public address without TLS, and what people press would go unencrypted",
              "Write https://");
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
      }
    } catch (URISyntaxException e) {
      // Told below, with those that are no address of the web.
    }
    link.problem("door", "is no address of the web", "Write for example " + EXAMPLE + "mm");
    return "";
  }
}
