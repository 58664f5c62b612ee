/**
 * Batches: many documents changed as one. Staged, published by a single write, undone by a single
 * write; readers see all of it or nothing, whenever the process dies.
 */
@NullMarked
package ma.jisr.map.batch;

import org.jspecify.annotations.NullMarked;
