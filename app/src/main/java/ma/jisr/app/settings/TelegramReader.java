package ma.jisr.app.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ma.jisr.app.settings.DoorSettings.BotLink;
import ma.jisr.gateway.channel.chat.telegram.Telegram;
import ma.jisr.gateway.channel.chat.telegram.TelegramLink;
import ma.jisr.gateway.channel.http.Verifier;

/** Reads one entry of {@code links} that leads to a bot of Telegram's. */
final class TelegramReader {
  /** The word that such entries have as their type. */
  static final String TYPE = "telegram";

  private static final String BASE = "https://api.telegram.org";

  /** The bot's id and its key, as BotFather writes them; both stand in a path. */
  private static final Pattern TOKEN = Pattern.compile("\\d{1,20}:[A-Za-z0-9_-]{20,100}");

  /** setWebhook, {@code secret_token}. */
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");

  /** Ports that Telegram calls; -1 for the usual one. */
  private static final Set<Integer> PORTS = Set.of(-1, 443, 80, 88, 8443);

  private static final int CONNECTIONS = 40;
  private static final int MOST_CONNECTIONS = 100;

  private final Section link;

  TelegramReader(Section link) {
    this.link = link;
  }

  BotLink read() {
    ChatDoor door = new ChatDoor(link, TYPE);
    String token = door.token("token");
    if (!token.isEmpty() && !TOKEN.matcher(token).matches())
      link.problem("token", "is no token of a bot", "Write it as BotFather shows it");
    Optional<TelegramLink.Called> called = link.has("public-url") ? called(door) : Optional.empty();
    if (!link.has("public-url"))
      for (String key : new String[] {"secret", "connections"})
        if (link.has(key))
          link.problem(
              key,
              "is of use only where Telegram calls",
              "Write public-url: https://you too, or remove it");
    Verifier verifier =
        called.isPresent()
            ? new Verifier.Header(TelegramLink.HEADER, called.get().secret())
            : new Verifier.Networks(address -> false);
    TelegramLink.Times usual = TelegramLink.Times.USUAL;
    TelegramLink.Times times =
        new TelegramLink.Times(
            link.duration("pause", usual.chat(), Duration.ZERO, Duration.ofMinutes(1)),
            link.duration("poll", usual.poll(), Duration.ofSeconds(1), Duration.ofSeconds(50)),
            usual.again());
    BotLink read =
        new BotLink(
            new TelegramLink(
                door.message(verifier, BASE, TelegramLink.RATE),
                new Telegram(token),
                called,
                times));
    link.finish();
    return read;
  }

  private Optional<TelegramLink.Called> called(ChatDoor door) {
    Optional<Verifier.Secret> secret = door.proof("secret");
    if (secret.isPresent() && !SECRET.matcher(secret.get().value()).matches())
      link.problem(
          "secret",
          "has other signs than letters, digits, _ and -, or more than 256",
          "Make one with: openssl rand -hex 16");
    int connections = (int) link.whole("connections", CONNECTIONS, 1, MOST_CONNECTIONS);
    URI url = url(link.text("public-url", ""), link.text("id", ""));
    return secret.map(known -> new TelegramLink.Called(url, known, connections));
  }

  private URI url(String base, String id) {
    try {
      URI url = new URI((base.endsWith("/") ? base : base + '/') + "links/" + id);
      String host = url.getHost() == null ? "" : url.getHost();
      boolean ours = "http".equals(url.getScheme()) && LinkReader.isPrivate(host);
      boolean theirs = "https".equals(url.getScheme()) && PORTS.contains(url.getPort());
      if (!host.isEmpty() && url.getRawQuery() == null && (ours || theirs)) return url;
    } catch (URISyntaxException e) {
      // Told below, with those that Telegram does not call.
    }
    link.problem(
        "public-url",
        "is not what Telegram calls: https on port 443, 80, 88 or 8443",
        "Write for example public-url: https://jisr.example.ma");
    return URI.create("https://127.0.0.1");
  }
}
