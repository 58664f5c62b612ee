package ma.jisr.flow.port.carry;

/**
 * What an SMSC has of a parcel.
 *
 * @param taken its segments, bit 0 for the first
 * @param segments of the whole
 */
public record Marked(int taken, int segments) {
  /** Whether it has all of it. */
  public boolean whole() {
    return taken == (1 << segments) - 1;
  }
}
