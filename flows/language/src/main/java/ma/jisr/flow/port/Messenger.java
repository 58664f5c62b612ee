package ma.jisr.flow.port;

import java.util.concurrent.CompletableFuture;
import ma.jisr.flow.signal.Notice;

/**
 * The port by which a service tells a person something without having been asked. What changes a
 * document and tells of it is written as a row of that document's own outbox, in the same write,
 * and handed in from there: then neither is ever without the other.
 */
@FunctionalInterface
public interface Messenger {
  /** Longest key, characters. */
  int MAX_KEY = 128;

  /**
   * Hands a notice in; complete when it is durable, failed when nothing is known: hand it in again.
   *
   * @param person the person's id
   * @param key the same for the same notice however often it is handed in, and for no other: the
   *     source and a number. At most {@link #MAX_KEY} characters
   */
  CompletableFuture<Void> send(String person, Notice notice, String key);
}
