package ma.jisr.app.settings;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.jisr.base.Assurance;
import ma.jisr.gateway.channel.http.Verifier;
import ma.jisr.gateway.channel.http.message.HttpMessageLink;

/** What the entries of all chat platforms have in common. */
final class ChatDoor {
  /** What a header or a path can hold. */
  private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]{1,1024}");

  private final Section link;
  private final String id;

  /**
   * @param type the word that such entries have as their type
   */
  ChatDoor(Section link, String type) {
    this.link = link;
    this.id = link.required("id", "Write for example id: " + type);
    if (!id.isEmpty() && !id.matches("[a-z][a-z0-9-]{0,15}"))
      link.problem("id", "is not a short lower-case word", "Write for example id: " + type);
    link.oneOf("type", type, List.of(type));
  }

  /**
   * The link to it. Who writes there is sure to be the account's owner and nobody's phone: money
   * waits until they have tied one to the other.
   *
   * @param base where the platform is called if nothing else stands there
   * @param rate messages a second that it takes, likewise
   */
  HttpMessageLink message(Verifier verifier, String base, int rate) {
    HttpMessageLink.Timers usual = HttpMessageLink.Timers.USUAL;
    return new HttpMessageLink(
        id,
        id,
        id,
        verifier,
        BaseReader.read(link, base),
        (int) link.whole("window", 20, 1, 500),
        LinkReader.rate(link, rate),
        HttpMessageLink.QUEUED,
        "",
        Assurance.CLAIMED,
        new HttpMessageLink.Timers(
            link.duration("answer", usual.answer(), Duration.ofSeconds(1), Duration.ofMinutes(2)),
            usual.throttled()));
  }

  /** What shows the platform who we are. */
  String token(String key) {
    String token = link.secret(key, variable(key)).value();
    if (!token.isEmpty() && !PLAIN.matcher(token).matches())
      link.problem(key, "holds a space or what is no ASCII", "Look for a second line in it");
    return token;
  }

  /** What shows us that the platform calls; empty, and told, where there is none that does. */
  Optional<Verifier.Secret> proof(String key) {
    String secret = link.secret(key, variable(key)).value();
    if (secret.length() >= Verifier.Secret.LEAST) return Optional.of(new Verifier.Secret(secret));
    if (!secret.isEmpty())
      link.problem(
          key,
          "has fewer than " + Verifier.Secret.LEAST + " characters",
          "Make one with: openssl rand -hex 16");
    return Optional.empty();
  }

  private String variable(String key) {
    return "JISR_" + word(id) + "_" + word(key);
  }

  private static String word(String name) {
    return name.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
