package ma.jisr.map.demand;

/**
 * What somebody looked for and did not find near them.
 *
 * @param free whether it had to cost nothing
 * @param open whether there is one near, and it was closed: a question of hours, not of places
 */
public record Want(boolean free, boolean open) {
  /** Anything at all. */
  public static final Want ANY = new Want(false, false);

  /** As documents and files write it: any, free, open, free-open. */
  public String word() {
    if (free) return open ? "free-open" : "free";
    return open ? "open" : "any";
  }
}
