package ma.jisr.map.hotspot;

/**
 * A hotspot as it is stored.
 *
 * @param hotspot as it is
 * @param version of its document, from 0; whoever changes it says which one they have seen
 */
public record Kept(Hotspot hotspot, long version) {}
