package ma.jisr.map.index;

/**
 * A thing found near a point.
 *
 * @param item as it was indexed
 * @param metres great-circle distance from the point asked about
 */
public record Neighbour<T>(T item, double metres) {}
