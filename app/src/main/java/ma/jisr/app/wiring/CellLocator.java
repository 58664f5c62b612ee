package ma.jisr.app.wiring;

import java.util.Locale;
import java.util.Optional;
import ma.jisr.gateway.channel.Locator;
import ma.jisr.map.position.CellId;
import ma.jisr.map.position.Country;
import ma.jisr.map.position.Position;
import ma.jisr.map.position.Whereabouts;

/** Where a channel's cells are, by what the operator has imported of them. */
record CellLocator(Whereabouts cells) implements Locator {
  private static final int MOST = 999;

  @Override
  public String where(int mcc, int net, int area, long cell) {
    // What a peer writes may be anything.
    boolean named = mcc >= 1 && mcc <= MOST && net <= MOST;
    if (!named || area > CellId.MAX_AREA || cell > CellId.MAX_CELL) return "";
    Optional<Position> known = cells.of(new CellId(mcc, net, area, cell));
    // Across the border nobody is served, and what is typed there is no position.
    return known.filter(p -> Country.contains(p.point())).map(CellLocator::uri).orElse("");
  }

  /** RFC 5870; to a hundred metres, which no cell is better than. */
  private static String uri(Position position) {
    return String.format(
        Locale.ROOT,
        "geo:%.3f,%.3f;u=%.0f",
        position.point().lat(),
        position.point().lon(),
        Math.max(position.withinMetres(), Position.EXACT_METRES + 1));
  }
}
