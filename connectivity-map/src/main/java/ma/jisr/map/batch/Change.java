package ma.jisr.map.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a batch does to one document.
 *
 * @param id of the document
 * @param base the version that it had when the batch was staged; {@link #NEW} when it did not exist
 * @param before its body then, restored by an undo; null when it did not exist
 * @param after the body that it is to have: one JSON object
 * @param areas ids of the gazetteer in which it lies, before or after: who publishes or undoes the
 *     batch must have a right to each
 */
public record Change(
    String id, long base, @Nullable String before, String after, List<String> areas) {
  /** The base of a document that is made by the batch. */
  public static final long NEW = -1;

  public Change {
    if (base < NEW || (base == NEW) != (before == null))
      throw new IllegalArgumentException("a change has what was before, or is of something new");
    areas = List.copyOf(areas);
  }

  public static Change made(String id, String body, List<String> areas) {
    return new Change(id, NEW, null, body, areas);
  }

  public boolean isNew() {
    return base == NEW;
  }

  /** Characters of its bodies. */
  long size() {
    return (before == null ? 0L : before.length()) + after.length();
  }
}
