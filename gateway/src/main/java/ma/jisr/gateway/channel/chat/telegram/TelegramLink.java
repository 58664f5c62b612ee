package ma.jisr.gateway.channel.chat.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import ma.jisr.gateway.channel.http.Verifier;
import ma.jisr.gateway.channel.http.message.HttpMessageLink;

/**
 * A link to a bot's account.
 *
 * @param messages how it sends, and whose calls it takes
 * @param bot with its token
 * @param called where Telegram is to call; empty: it is asked for updates instead
 * @param times of its own
 */
public record TelegramLink(
    HttpMessageLink messages, Telegram bot, Optional<Called> called, Times times) {
  /** The header in which Telegram shows the secret (setWebhook, {@code secret_token}). */
  public static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";

  /**
   * Messages a second to all chats together, before Telegram throttles
   * (core.telegram.org/bots/faq).
   */
  public static final int RATE = 30;

  /**
   * Where Telegram is to call.
   *
   * @param secret that it is to show: 16 to 256 letters, digits, {@code _} and {@code -}
   * @param connections at once, 1 to 100; updates of one chat come one after another
   */
  public record Called(URI url, Verifier.Secret secret, int connections) {}

  /**
   * How long things take.
   *
   * @param chat between two messages to one chat
   * @param poll for which a question for updates stays open; zero: it is answered at once
   * @param again first pause after a failure, and before what could not be kept is asked for again
   */
  public record Times(Duration chat, Duration poll, Duration again) {
    /** 1 s (core.telegram.org/bots/faq), 25 s, below what networks cut off as idle, and 1 s. */
    public static final Times USUAL =
        new Times(Duration.ofSeconds(1), Duration.ofSeconds(25), Duration.ofSeconds(1));
  }
}
