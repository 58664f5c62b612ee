package ma.jisr.map.ledger;

import java.util.Collection;
import java.util.Map;

/** Things in memory, as a shelf keeps them. Readers never wait. Safe on any thread. */
public interface Book<T> {
  /** These have changed, or are new: what is known of a later version stays. */
  void put(Collection<Versioned<T>> changes);

  /** The things of these ids are these and no others. */
  void take(Collection<String> ids, Map<String, Versioned<T>> found);

  /** All is being read: what is put from now on the reader may have missed. */
  void beginReading();

  /** From now on these are all, and what was put while they were read. */
  void endReading(Collection<Versioned<T>> all);

  /** The reading came to nothing. */
  void abandonReading();

  /** How many are in use. */
  int size();
}
