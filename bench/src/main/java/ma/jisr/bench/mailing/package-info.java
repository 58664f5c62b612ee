/** A mailing to a crowd: how fast it goes against its link, and what is left of it after a kill. */
@NullMarked
package ma.jisr.bench.mailing;

import org.jspecify.annotations.NullMarked;
