/** What changed on the map, in one order, and how other nodes hear of it. */
@NullMarked
package ma.jisr.map.change;

import org.jspecify.annotations.NullMarked;
