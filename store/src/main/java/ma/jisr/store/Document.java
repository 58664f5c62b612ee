package ma.jisr.store;

/**
 * One stored document, the atomic unit of the store.
 *
 * @param id made by the client, unique in its collection, at most {@link #MAX_ID} characters
 * @param version 0 after its insert, one more after each replacement
 * @param writeId the id of what caused the last write (an input's id); settles unknown outcomes by
 *     reading back
 * @param json the body: one JSON object, at most {@link #MAX_BYTES} in UTF-8; unknown fields are
 *     kept
 */
public record Document(String id, long version, String writeId, String json) {
  /** Longest id, characters: a keyed hash or a ULID with a prefix. */
  public static final int MAX_ID = 128;

  /** Largest body, bytes: documents stay under 1 MB on both engines. */
  public static final int MAX_BYTES = 1_000_000;
}
