/** How services speak first: the two ports that the gateway implements. */
@NullMarked
package ma.jisr.flow.port;

import org.jspecify.annotations.NullMarked;
