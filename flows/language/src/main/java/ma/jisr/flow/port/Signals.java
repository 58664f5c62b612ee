package ma.jisr.flow.port;

import java.util.concurrent.CompletableFuture;
import ma.jisr.flow.signal.Event;

/** The port by which a service raises an event that a person's conversation may wait for. */
@FunctionalInterface
public interface Signals {
  /**
   * Hands an event in; complete when it is durable, failed when nothing is known: hand it in again.
   *
   * @param person the person's id
   * @param key as for {@link Messenger#send}
   */
  CompletableFuture<Void> raise(String person, Event event, String key);
}
