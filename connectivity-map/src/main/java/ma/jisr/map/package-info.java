/** Places and hotspots: where connection is, and where it is asked for in vain. */
@NullMarked
package ma.jisr.map;

import org.jspecify.annotations.NullMarked;
