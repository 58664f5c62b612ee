package ma.jisr.gateway.unresolved;

/** Where messages go that were not understood. Callable from any thread; never blocks. */
@FunctionalInterface
public interface Review {
  /** Nobody reads them, so none is kept. */
  Review NONE = unclear -> {};

  /** Takes one, or counts that it did not. */
  void take(Unclear unclear);
}
