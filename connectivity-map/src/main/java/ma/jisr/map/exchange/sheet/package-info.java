/** Files of other people's making, read into rows of named cells whatever they are written in. */
@NullMarked
package ma.jisr.map.exchange.sheet;

import org.jspecify.annotations.NullMarked;
