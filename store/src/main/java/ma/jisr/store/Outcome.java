package ma.jisr.store;

/**
 * What became of one item of a write. A future fails only with {@link StoreException}: nothing is
 * known then.
 */
public enum Outcome {
  /** The insert is durable. */
  INSERTED,
  /** An earlier insert has this id: already done, or taken. */
  EXISTS,
  /** The replacement is durable. */
  REPLACED,
  /** The deletion is durable. */
  DELETED,
  /** Somebody wrote in between: reload, step again. */
  CONFLICT,
  /** No such document (never made, or erased). */
  MISSING,
  /**
   * The engine cannot tell (reply lost, time-out): settle by reading back the version and the write
   * id.
   */
  UNKNOWN
}
