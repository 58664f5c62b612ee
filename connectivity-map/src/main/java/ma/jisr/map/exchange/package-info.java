/**
 * Hotspots brought in from files and taken out as files: what each row says, what becomes of it,
 * and why, in French and Arabic.
 */
@NullMarked
package ma.jisr.map.exchange;

import org.jspecify.annotations.NullMarked;
