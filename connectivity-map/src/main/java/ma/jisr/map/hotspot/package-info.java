/** Hotspots: where connection is, which are nearest, and how they are kept. */
@NullMarked
package ma.jisr.map.hotspot;

import org.jspecify.annotations.NullMarked;
