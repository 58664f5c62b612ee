/** The spatial index. */
@NullMarked
package ma.jisr.map.index;

import org.jspecify.annotations.NullMarked;
