package ma.jisr.app.watch;

/** What somebody sees of something that goes on. Of one thread. */
public interface Gauge extends AutoCloseable {
  /** Shows how far it is now. */
  void show(Look look);

  /** Leaves what it showed last. */
  @Override
  void close();
}
