package ma.jisr.service.tickets;

/** What staff do. */
public enum Act {
  /** Whoever is at the counter has been served; the next is called. */
  NEXT,
  /** Whoever was called has not come: their place is kept once, then goes back. */
  ABSENT,
  /** Whoever was called is called again. */
  RECALL,
  /** Whoever was called stands at the counter. */
  ARRIVED,
  /** Whoever is at the counter has been served; nobody is called. */
  SERVED,
  /** The last of these at this counter has not happened. */
  UNDO,
  /** Nobody is called for some minutes. */
  PAUSE,
  /** The queue goes on, or is open beyond its hours. */
  OPEN,
  /** Nobody is served any more today; all who wait are told. */
  CLOSE
}
