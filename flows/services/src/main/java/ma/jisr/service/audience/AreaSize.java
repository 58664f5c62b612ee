package ma.jisr.service.audience;

/**
 * How many people hear of an area.
 *
 * @param area its id; "" for the whole country
 * @param size to be told by {@link Few} only
 */
public record AreaSize(String area, long size) {}
