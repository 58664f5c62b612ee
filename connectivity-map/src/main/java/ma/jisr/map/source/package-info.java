/**
 * Places from elsewhere: the formats of files, which rows are which place, what becomes of a place
 * that several rows tell of.
 */
@NullMarked
package ma.jisr.map.source;

import org.jspecify.annotations.NullMarked;
