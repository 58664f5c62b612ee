package ma.jisr.store.sqlite;

/** Who is told of every durable group of writes. Called on a writer's thread; must not block. */
@FunctionalInterface
public interface Commits {
  /**
   * A group is durable.
   *
   * @param file {@code live.db} or {@code bulk.db}
   * @param turns whether people wait for it; otherwise it was background work
   * @param writes of the group
   * @param nanos from its begin to its fsync
   */
  void committed(String file, boolean turns, int writes, long nanos);
}
