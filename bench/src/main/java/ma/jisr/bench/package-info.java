/** Measurements, with what each number does not mean. */
@NullMarked
package ma.jisr.bench;

import org.jspecify.annotations.NullMarked;
