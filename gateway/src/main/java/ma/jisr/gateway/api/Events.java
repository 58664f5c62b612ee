package ma.jisr.gateway.api;

/**
 * Something whose state is told as it changes, to whoever keeps a stream of server-sent events
 * open. Callable from any thread.
 */
@FunctionalInterface
public interface Events {
  /**
   * Begins to tell a watcher: the present state as soon as it is known, then each that follows.
   *
   * @return ends it; may be called more than once
   */
  Runnable watch(Watcher watcher);

  /** Whom states are told. Callable from any thread; never blocks. */
  interface Watcher {
    /** The state is this now, and no earlier one matters any more. */
    void told(String state);

    /** There is nothing to tell of any more. */
    void ended();
  }
}
