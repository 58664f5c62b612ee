package ma.jisr.gateway.channel.chat.telegram;

import io.vertx.core.Future;

/** The way on which a bot hears what people say. */
sealed interface Hearing permits Webhook, Polling {
  /** Begins, and tries again until it works. */
  void start();

  /** What keeps it from hearing. */
  Trouble trouble();

  /** Hears no more. */
  Future<Void> stop();
}
