package ma.jisr.service.outbox;

import org.jspecify.annotations.Nullable;

/**
 * Whom a service tells that it has written a document whose outbox has rows. Services are made
 * before there is an engine that could be spoken to: until {@link #connect} nobody hears, and the
 * relay's own look finds the rows. Callable from any thread.
 */
public final class Outboxes {
  private volatile @Nullable Relay relay;

  /** The relay runs: from now on it is told. */
  public void connect(Relay to) {
    relay = to;
  }

  /** A document with rows in its outbox has become durable. */
  public void wrote(String collection, String id) {
    Relay known = relay;
    if (known != null) known.wrote(collection, id);
  }
}
