/** What channels over HTTP cost, beside an echo. */
@NullMarked
package ma.jisr.bench.channel;

import org.jspecify.annotations.NullMarked;
