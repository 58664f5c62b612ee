package ma.jisr.service.wallet.gsma;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ma.jisr.service.wallet.port.Capabilities;
import org.jspecify.annotations.Nullable;

/**
 * One provider, as the configuration says. Nothing in it is guessed: capabilities and words are
 * those of a recorded test with it (docs/wallet.md).
 *
 * @param id in settings, documents and metrics: lower-case letters, digits, hyphens
 * @param name as people know it, at most {@link #MAX_NAME} characters
 * @param base the address before "/transactions": https, or this machine
 * @param credentials who asks
 * @param apiKey X-API-Key; null when it wants none
 * @param clientId X-Client-Id; null when it wants none
 * @param organisation Jisr's own id with the provider
 * @param callback where it calls back: the public address of the {@link CallbackServer}; null to
 *     poll only
 * @param capabilities what it has been shown to do
 * @param statuses its words for a transaction's status; see {@link #USUAL_STATUSES}
 * @param signing how what is sent is signed; null for not
 * @param encryption of the connection
 * @param answer how long one answer is waited for, at most {@link #LONGEST_ANSWER}
 */
public record GsmaSettings(
    String id,
    String name,
    URI base,
    Credentials credentials,
    @Nullable String apiKey,
    @Nullable String clientId,
    String organisation,
    @Nullable URI callback,
    Capabilities capabilities,
    Map<String, Progress> statuses,
    @Nullable Signing signing,
    Encryption encryption,
    Duration answer) {
  /** A screen has 160 characters, and the name stands beside a payee and an amount. */
  public static final int MAX_NAME = 16;

  /** With connecting and a token before it, a request ends within the port's 20 s. */
  public static final Duration LONGEST_ANSWER = Duration.ofSeconds(15);

  /** What the examples of the API show; "Completed" and "COMPLETED" are the same word. */
  public static final Map<String, Progress> USUAL_STATUSES =
      Map.of(
          "pending", Progress.PENDING, "completed", Progress.COMPLETED, "failed", Progress.FAILED);

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  /** The bounds of X-Client-Id and X-API-Key, and of an organisation's id. Characters. */
  private static final int MAX_VALUE = 256;

  public GsmaSettings {
    if (!ID.matcher(id).matches())
      throw new IllegalArgumentException("a provider's id is of a-z, 0-9 and hyphens, at most 32");
    if (name.isBlank() || name.length() > MAX_NAME)
      throw new IllegalArgumentException("a provider's name has 1 to " + MAX_NAME + " characters");
    Endpoint.of(base);
    if (callback != null) Endpoint.of(callback);
    if (!valid(apiKey) || !valid(clientId) || !valid(organisation))
      throw new IllegalArgumentException("a key or an id has 1 to 256 visible ASCII characters");
    if (!Paths.sound(organisation))
      throw new IllegalArgumentException("an organisation's id is no segment of a path");
    if (answer.isNegative() || answer.isZero() || answer.compareTo(LONGEST_ANSWER) > 0)
      throw new IllegalArgumentException("an answer is waited for between 0 and 15 s");
    statuses =
        statuses.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(e -> Words.plain(e.getKey()), Map.Entry::getValue));
  }

  private static boolean valid(@Nullable String value) {
    return value == null
        || (!value.isEmpty() && value.length() <= MAX_VALUE && Tokens.sendable(value));
  }

  /** What a word of the provider means; null when it is not in its table. */
  @Nullable Progress progress(String word) {
    return statuses.get(Words.plain(word));
  }

  @Override
  public String toString() {
    return "GsmaSettings[" + id + "]";
  }
}
