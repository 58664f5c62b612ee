package ma.jisr.map.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ma.jisr.map.change.Change.Subject;
import ma.jisr.store.CollectionSpec;

/**
 * How one sort of thing is kept: where, and as which JSON.
 *
 * @param <T> an immutable value
 */
public interface Form<T> {
  /** Where its documents are. */
  CollectionSpec spec();

  /** What it is in the feed of changes. */
  Subject subject();

  /** What it is called in what is told of it, in English: "hotspot". */
  String word();

  String id(T thing);

  /**
   * The thing that a body says.
   *
   * @throws IllegalArgumentException when it says none
   */
  T read(String id, JsonNode node);

  /** Sets what a thing says; leaves alone what this release does not know. */
  void put(ObjectNode node, T thing);
}
