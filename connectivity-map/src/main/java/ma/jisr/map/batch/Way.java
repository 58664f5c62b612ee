package ma.jisr.map.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ma.jisr.store.Document;
import org.jspecify.annotations.Nullable;

/**
 * The way in which a batch is gone through: forth or back. Says of one document what has to be done
 * still, from the document alone, so that going through it twice, or half and then whole, ends the
 * same.
 */
enum Way {
  APPLY {
    @Override
    Standing standing(Batch batch, Change change, @Nullable Document stored) {
      if (stored == null) return change.isNew() ? Standing.OPEN : Standing.LEFT;
      if (isOf(batch, stored)) return Standing.DONE;
      return !change.isNew() && stored.version() == change.base() ? Standing.OPEN : Standing.LEFT;
    }

    @Override
    Document written(Batch batch, Change change) {
      return new Document(
          change.id(), change.base() + 1, batch.mark(), marked(change.after(), batch.mark()));
    }
  },
  UNDO {
    @Override
    Standing standing(Batch batch, Change change, @Nullable Document stored) {
      if (stored == null) return change.isNew() ? Standing.DONE : Standing.LEFT;
      if (stored.writeId().equals(batch.undoMark())) return Standing.DONE;
      boolean untouched =
          stored.version() == change.base() + 1 && stored.writeId().equals(batch.mark());
      return untouched ? Standing.OPEN : Standing.LEFT;
    }

    @Override
    @Nullable Document written(Batch batch, Change change) {
      return change.before() == null
          ? null
          : new Document(
              change.id(), change.base() + 2, batch.undoMark(), Trail.restored(batch, change));
    }
  };

  /** The field of a body that names the batch which wrote it last; kept by who edits it later. */
  static final String FIELD = "batch";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What has to be done with one document. */
  enum Standing {
    /** It has to be written. */
    OPEN,
    /** It has been written. */
    DONE,
    /** Somebody else has written it: it stays as it is. */
    LEFT
  }

  static Way of(Batch.State state) {
    return state.isSeen() ? APPLY : UNDO;
  }

  abstract Standing standing(Batch batch, Change change, @Nullable Document stored);

  /** The document as it has to be; null when it has to go. */
  abstract @Nullable Document written(Batch batch, Change change);

  /** The document as readers are to see it; null when they see none. */
  final @Nullable Document seen(Batch batch, Change change, @Nullable Document stored) {
    return standing(batch, change, stored) == Standing.OPEN ? written(batch, change) : stored;
  }

  /** Whether the batch has written it: as it is, or below what somebody has edited since. */
  private static boolean isOf(Batch batch, Document stored) {
    if (stored.writeId().equals(batch.mark())) return true;
    return stored.json().contains(batch.mark())
        && object(stored.json()).path(FIELD).asText().equals(batch.mark());
  }

  private static String marked(String body, String mark) {
    return object(body).put(FIELD, mark).toString();
  }

  private static ObjectNode object(String body) {
    try {
      return (ObjectNode) JSON.readTree(body);
    } catch (JsonProcessingException | ClassCastException e) {
      throw new IllegalArgumentException("a body is not a JSON object");
    }
  }
}
