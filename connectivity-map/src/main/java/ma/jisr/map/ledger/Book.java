package ma.jisr.map.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Things in memory, as a shelf keeps them. Readers never wait; a change is there for the next of
 * them. Safe on any thread.
 *
 * @param <T> the things
 * @param <S> how they are found
 */
public abstract class Book<T, S extends Book.Sorted<T>> {
  private final Supplier<S> empty;
  private final AtomicReference<S> sorted;

  /** What was put while all is being read; also the lock of whoever writes here. */
  private final List<Versioned<T>> reading = new ArrayList<>();

  private int readings;

  /** Things as they are found. Written by one thread at a time, read by any. */
  public interface Sorted<T> {
    /** Nothing when a later version is known. */
    void put(Versioned<T> change);

    void remove(String id);

    /** Many have been put: what is made lazily is made now. */
    void settle();

    /** How many are in use. */
    int size();
  }

  /**
   * @param empty one that holds nothing
   */
  protected Book(Supplier<S> empty) {
    this.empty = empty;
    this.sorted = new AtomicReference<>(empty.get());
  }

  /** As they are now: for one question. */
  protected final S sorted() {
    return sorted.get();
  }

  /** How many are in use. */
  public final int size() {
    return sorted().size();
  }

  /** These have changed, or are new: what is known of a later version stays. */
  public final void put(Collection<Versioned<T>> changes) {
    synchronized (reading) {
      if (readings > 0) reading.addAll(changes);
      for (Versioned<T> change : changes) sorted().put(change);
    }
  }

  /** The things of these ids are these and no others. */
  final void take(Collection<String> ids, Map<String, Versioned<T>> found) {
    put(found.values());
    synchronized (reading) {
      sorted().settle();
      for (String id : ids) if (!found.containsKey(id)) sorted().remove(id);
    }
  }

  /** All is being read: what is put from now on the reader may have missed. */
  public final void beginReading() {
    synchronized (reading) {
      readings++;
    }
  }

  /** From now on these are all, and what was put while they were read. */
  public final void endReading(Collection<Versioned<T>> all) {
    S next = empty.get();
    for (Versioned<T> one : all) next.put(one);
    next.settle();
    synchronized (reading) {
      for (Versioned<T> one : reading) next.put(one);
      sorted.set(next);
      abandonReading();
    }
  }

  /** The reading came to nothing. */
  public final void abandonReading() {
    synchronized (reading) {
      readings--;
      if (readings == 0) reading.clear();
    }
  }
}
