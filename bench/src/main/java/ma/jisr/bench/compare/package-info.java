/** The comparison: what runs in which order, what is measured around it, and how it is told. */
@NullMarked
package ma.jisr.bench.compare;

import org.jspecify.annotations.NullMarked;
