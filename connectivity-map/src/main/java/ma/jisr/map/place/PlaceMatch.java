package ma.jisr.map.place;

/**
 * An area that a text may mean.
 *
 * @param area a province or place
 * @param score 1 for the same sound, less for each difference, up to 0.14 more for size and level
 */
public record PlaceMatch(Area area, double score) {}
