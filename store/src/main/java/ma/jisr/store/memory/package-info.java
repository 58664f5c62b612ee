/** Documents in memory, for simulators: the port's contract without a disk. */
@NullMarked
package ma.jisr.store.memory;

import org.jspecify.annotations.NullMarked;
