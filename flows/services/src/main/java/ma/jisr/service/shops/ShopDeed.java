package ma.jisr.service.shops;

/** What can be done with a shop that is kept. Who may do what: {@link ShopRights}. */
public enum ShopDeed {
  /** Reading it as its keepers see it, retired ones too. */
  READ,
  /** Reading who changed what. */
  HISTORY,
  CREATE,
  /** Changing its facts. */
  CHANGE,
  /** Taking it out of use. */
  RETIRE,
  /** Taking the last change back. */
  UNDO,
  /** Bringing in a file of them. */
  IMPORT,
  /** Taking them out as a file. */
  EXPORT,
  /** Saying who serves there. */
  STAFF,
  /** Seeing what hangs on its wall: which numbers are served and how many wait. */
  WATCH,
  /** Running its queues: calling, pausing, closing. */
  SERVE
}
