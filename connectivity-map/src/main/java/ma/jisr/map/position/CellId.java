package ma.jisr.map.position;

/**
 * The name of one cell of a mobile network (3GPP TS 23.003, 4.3): what a network may tell of where
 * a phone is.
 *
 * @param mcc country, 604 for Morocco
 * @param net network of the country: 0 Orange, 1 Maroc Telecom, 2 and 5 inwi
 * @param area location or tracking area, to 24 bits
 * @param cell in the area or network, to 36 bits
 */
public record CellId(int mcc, int net, int area, long cell) {
  /** Largest area: a tracking area of 5G. */
  public static final int MAX_AREA = (1 << 24) - 1;

  /** Largest cell: of 5G. */
  public static final long MAX_CELL = (1L << 36) - 1;

  private static final int MOST = 999;

  public CellId {
    if (mcc < 1 || mcc > MOST) throw new IllegalArgumentException("mcc is not 1 to 999");
    if (net < 0 || net > MOST) throw new IllegalArgumentException("net is not 0 to 999");
    if (area < 0 || area > MAX_AREA) throw new IllegalArgumentException("area has over 24 bits");
    if (cell < 0 || cell > MAX_CELL) throw new IllegalArgumentException("cell has over 36 bits");
  }
}
