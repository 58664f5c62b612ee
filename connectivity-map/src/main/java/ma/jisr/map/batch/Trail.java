package ma.jisr.map.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an undo leaves in a body that keeps its own history: the entry of the batch stays, and
 * behind it stands who took it back. Other bodies are restored to the letter. Made of the head and
 * the change alone, so that all nodes write the same.
 */
public final class Trail {
  /** The field of a body that keeps one: an array of entries, the oldest first. */
  public static final String HISTORY = "history";

  /** Most entries; the oldest go first. An entry has about 1 KB. */
  public static final int MOST = 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  private Trail() {}

  /**
   * The body of a document after an undo.
   *
   * @param change of something that was there before
   */
  static String restored(Batch batch, Change change) {
    String before = change.before();
    if (before == null) throw new IllegalArgumentException("there was nothing to restore");
    Batch.@Nullable Undoer by = batch.undoneBy();
    @Nullable Instant at = batch.undone();
    ObjectNode after = object(change.after());
    after.remove(Way.FIELD);
    if (by == null || at == null || !(after.remove(HISTORY) instanceof ArrayNode entries))
      return before;
    ObjectNode entry = entries.addObject();
    entry.put("version", change.base() + 2);
    entry.put("at", at.toEpochMilli());
    entry.put("actor", by.actor());
    entry.put("role", by.role().name().toLowerCase(Locale.ROOT));
    entry.put("deed", "undo");
    entry.put("writeId", batch.undoMark());
    entry.set("before", after);
    while (entries.size() > MOST) entries.remove(0);
    ObjectNode body = object(before);
    body.set(HISTORY, entries);
    return body.toString();
  }

  private static ObjectNode object(String body) {
    try {
      return (ObjectNode) JSON.readTree(body);
    } catch (JsonProcessingException | ClassCastException e) {
      throw new IllegalArgumentException("a body is not a JSON object");
    }
  }
}
