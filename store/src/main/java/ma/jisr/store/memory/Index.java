package ma.jisr.store.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Cursor;
import ma.jisr.store.Query;
import org.jspecify.annotations.Nullable;

/**
 * One index of a collection: the ids of its documents by their keys. Confined to its store's lock.
 */
final class Index {
  private static final Comparator<Key> ORDER =
      ((Comparator<Key>) (a, b) -> Order.keys(a.sort(), b.sort()))
          .thenComparing(Key::id, Order.TEXTS);

  private final IndexSpec spec;
  private final Map<List<Object>, NavigableSet<Key>> parts = new HashMap<>();

  Index(IndexSpec spec) {
    this.spec = spec;
  }

  private record Key(Object sort, String id) {}

  void add(Row row) {
    List<Object> equal = equal(row);
    Object sort = row.key(spec.sort());
    if (equal != null && sort != null)
      parts
          .computeIfAbsent(equal, _ -> new TreeSet<>(ORDER))
          .add(new Key(sort, row.document().id()));
  }

  void remove(Row row) {
    List<Object> equal = equal(row);
    Object sort = row.key(spec.sort());
    NavigableSet<Key> part = equal == null ? null : parts.get(equal);
    if (part == null || sort == null) return;
    part.remove(new Key(sort, row.document().id()));
    if (part.isEmpty()) parts.remove(equal);
  }

  /** Where a document has no such field it is in no part. */
  private @Nullable List<Object> equal(Row row) {
    List<Object> values = new ArrayList<>(spec.equal().size());
    for (String field : spec.equal()) {
      Object value = row.key(field);
      if (value == null) return null;
      values.add(value);
    }
    return values;
  }

  /** The ids of those that match, in order, behind the cursor; no more than {@code most}. */
  List<String> search(Query query, long most) {
    List<Object> equal = new ArrayList<>();
    for (String field : spec.equal()) {
      Object value = query.equal().get(field);
      if (value != null) equal.add(value);
    }
    List<String> found = new ArrayList<>();
    for (Key key : from(parts.getOrDefault(equal, Collections.emptyNavigableSet()), query)) {
      if (found.size() >= most || beyond(key.sort(), query.to())) break;
      if (!below(key.sort(), query.from()) && isOf(key.sort(), query.to())) found.add(key.id());
    }
    return found;
  }

  private static NavigableSet<Key> from(NavigableSet<Key> part, Query query) {
    if (part.isEmpty()) return part;
    if (query.after() != null) {
      Cursor after = Cursor.of(query.after());
      return part.tailSet(new Key(after.sort(), after.id()), false);
    }
    return query.from() == null ? part : part.tailSet(new Key(query.from(), ""), true);
  }

  /** A bound compares with its own type only. */
  private static boolean isOf(Object key, @Nullable Object bound) {
    return bound == null || bound.getClass() == key.getClass();
  }

  private static boolean below(Object key, @Nullable Object from) {
    return from != null && (!isOf(key, from) || Order.keys(key, from) < 0);
  }

  private static boolean beyond(Object key, @Nullable Object to) {
    return to != null && isOf(key, to) && Order.keys(key, to) >= 0;
  }
}
