/** Unmet demand: where people asked and nothing was found. Places and hours, never persons. */
@NullMarked
package ma.jisr.map.demand;

import org.jspecify.annotations.NullMarked;
