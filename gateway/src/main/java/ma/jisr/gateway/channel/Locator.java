package ma.jisr.gateway.channel;

/** The port by which a channel learns where a cell of a mobile network is. From any thread. */
@FunctionalInterface
public interface Locator {
  /** Knows no cell. */
  Locator NONE = (mcc, net, area, cell) -> "";

  /**
   * Where phones in a cell are, as a person could type it: a {@code geo:} URI (RFC 5870), whose
   * {@code u} says within how many metres; "" for a cell that nobody knows.
   *
   * @param mcc country
   * @param net network of the country
   * @param area location or tracking area
   * @param cell in the area
   */
  String where(int mcc, int net, int area, long cell);
}
