package ma.jisr.service.wallet.gsma;

import io.vertx.core.MultiMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a call is a provider's. The token in its path says so; its date and, where agreed, its
 * signature are held against it. What is said inside is believed in no case.
 */
final class CallbackGate {
  /**
   * How far a call's date may lie from our clock: clocks are up to ten minutes apart, and a call
   * may travel for a while.
   */
  static final Duration WINDOW = Duration.ofMinutes(15);

  private static final int PARTS = 4;
  private static final int UUID_LENGTH = 36;

  private final Map<String, Callbacks> providers;
  private final CallbackTokens tokens;
  private final String prefix;
  private final Clock clock;

  /** What a path says whose token is good. */
  record Known(Callbacks provider, UUID correlation) {}

  /**
   * @param prefix of every path, "" or "/wallet", without a slash at its end
   */
  CallbackGate(
      Map<String, Callbacks> providers, CallbackTokens tokens, String prefix, Clock clock) {
    this.providers = Map.copyOf(providers);
    this.tokens = tokens;
    this.prefix = prefix;
    this.clock = clock;
  }

  /** Null for a stranger: which part is wrong, nobody is told. */
  @Nullable Known known(@Nullable String path, @Nullable String correlationHeader) {
    if (path == null || !path.startsWith(prefix + '/')) return null;
    String[] parts = path.substring(prefix.length()).split("/", -1);
    if (parts.length != PARTS) return null;
    Callbacks provider = providers.get(parts[1]);
    UUID correlation = uuid(parts[2]);
    if (provider == null || correlation == null) return null;
    if (!tokens.good(provider.provider(), correlation, parts[3])) return null;
    if (correlationHeader != null && !correlation.equals(uuid(correlationHeader.strip())))
      return null;
    return new Known(provider, correlation);
  }

  private static @Nullable UUID uuid(String text) {
    if (text.length() != UUID_LENGTH) return null;
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Whether a call's date is near enough. */
  boolean fresh(Callbacks provider, @Nullable String date) {
    if (date == null) return !provider.dated();
    Instant said = Times.instant(date.strip());
    return said != null && Duration.between(said, clock.instant()).abs().compareTo(WINDOW) <= 0;
  }

  static boolean signed(Callbacks provider, MultiMap headers, byte[] body) {
    SignedBy by = provider.signed();
    return by == null || by.signs(headers.get(by.header()), body);
  }

  /** A call says a transaction, an error or a request's state; a hint needs no more than that. */
  static boolean told(byte[] body) {
    return switch (Shape.of(body)) {
      case Shape.Transaction transaction -> true;
      case Shape.Failure failure -> true;
      case Shape.State state -> true;
      // A word that the definition does not have, in an object: still a reason to look.
      case Shape.Other other -> other.node().isObject();
      case Shape.Link link -> true;
      case Shape.Unreadable unreadable -> false;
    };
  }
}
