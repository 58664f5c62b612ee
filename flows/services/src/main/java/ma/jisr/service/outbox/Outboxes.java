package ma.jisr.service.outbox;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Agents;
import ma.jisr.base.Loop;
import ma.jisr.flow.port.Introducer;
import ma.jisr.flow.port.Signals;
import ma.jisr.flow.signal.Notice;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Whom a service tells that it has written a document whose outbox has rows. Services are made
 * before there is an engine that could be spoken to: until {@link #connect} nobody hears, and the
 * relay's own look finds the rows. Callable from any thread.
 */
public final class Outboxes {
  private final @Nullable Introductions introductions;
  private final Agents registered;
  private volatile @Nullable Relay relay;

  /**
   * Of a deployment that also tells those who have never written.
   *
   * @param registered whose numbers are known beforehand
   */
  public Outboxes(Introductions introductions, Agents registered) {
    this.introductions = introductions;
    this.registered = registered;
  }

  /** Of one whose services tell only those who have written. */
  public Outboxes() {
    this.introductions = null;
    this.registered = Agents.NONE;
  }

  /**
   * An outbox with a notice more, for somebody whose number an agency, a register or an official
   * has given: they may never have written to us.
   *
   * @param digits E.164 without the plus; kept sealed until the notice is handed in
   * @throws IllegalStateException when too many wait: the change must be refused as busy
   */
  public Outbox introduce(Outbox outbox, String person, String digits, Notice notice) {
    return introductions == null
        ? outbox.send(person, notice)
        : outbox.introduce(person, introductions.seal(digits), notice);
  }

  /**
   * An outbox with the same notice for each of some who are registered: from the phone of an
   * account perhaps nobody has ever written to us.
   *
   * @param people no more than there is room for; their order is kept
   */
  public CompletableFuture<Outbox> call(Outbox outbox, Collection<String> people, Notice notice) {
    CompletableFuture<Outbox> called = CompletableFuture.completedFuture(outbox);
    for (String person : people)
      called =
          called.thenCombine(
              registered.number(person),
              (sofar, number) ->
                  number
                      .map(digits -> introduce(sofar, person, digits, notice))
                      .orElseGet(() -> sofar.send(person, notice)));
    return called;
  }

  /**
   * Makes the relay that is told from now on; it is to be started.
   *
   * @param collections whose documents have an outbox, declared with {@link Outbox#INDEX}
   */
  public Relay relay(
      Loop loop, Store store, Introducer engine, Signals signals, List<String> collections) {
    Relay made =
        introductions == null
            ? new Relay(loop, store, engine, signals, collections)
            : new Relay(loop, store, engine, signals, introductions, collections);
    connect(made);
    return made;
  }

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
