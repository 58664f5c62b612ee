/** The order and the pace in which texts leave by a link, whatever it speaks. */
@NullMarked
package ma.jisr.gateway.channel.pace;

import org.jspecify.annotations.NullMarked;
