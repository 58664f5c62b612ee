package ma.jisr.base.text;

/**
 * The two concatenation headers of SMS (3GPP TS 23.040, 9.2.3.24.1 and 9.2.3.24.8), told apart by
 * the width of the reference number that ties the parts together.
 */
public enum SegmentReference {
  /** Information element 0x00: a 6-octet header; parts of 153 septets or 67 UCS-2 units. */
  EIGHT_BIT(153, 67),
  /** Information element 0x08: a 7-octet header; parts of 152 septets or 66 UCS-2 units. */
  SIXTEEN_BIT(152, 66);

  private final int septets;
  private final int ucs2Units;

  SegmentReference(int septets, int ucs2Units) {
    this.septets = septets;
    this.ucs2Units = ucs2Units;
  }

  /** What one part of a longer text holds: septets, or UCS-2 units. */
  public int perPart(boolean ucs2) {
    return ucs2 ? ucs2Units : septets;
  }

  /**
   * The user data header of one part, its length octet first.
   *
   * @param reference the same in all parts; as many low bits of it as the header carries are used
   * @param part 1 for the first
   * @param parts at most {@link Segments#MAX_PARTS}
   */
  public byte[] header(int reference, int part, int parts) {
    if (part < 1 || part > parts || parts > Segments.MAX_PARTS)
      throw new IllegalArgumentException("part " + part + " of " + parts);
    return switch (this) {
      case EIGHT_BIT -> new byte[] {5, 0x00, 3, (byte) reference, (byte) parts, (byte) part};
      case SIXTEEN_BIT ->
          new byte[] {
            6, 0x08, 4, (byte) (reference >> 8), (byte) reference, (byte) parts, (byte) part
          };
    };
  }
}
