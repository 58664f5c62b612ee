/** The hotspot service: nearest open connection, how far, how to get there. */
@NullMarked
package ma.jisr.service.hotspots;

import org.jspecify.annotations.NullMarked;
