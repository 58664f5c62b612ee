package ma.jisr.store;

/** Who goes first when writes queue up. */
public enum Priority {
  /** A person waits for it. */
  TURN,
  /** Copies, sweeps, imports, statistics: written in short slices behind turns. */
  BACKGROUND
}
