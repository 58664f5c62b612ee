package ma.jisr.map.exchange;

import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.store.Document;

/**
 * A hotspot that is kept already.
 *
 * @param hotspot as readers see it
 * @param document that holds it
 */
record Stored(Hotspot hotspot, Document document) {}
