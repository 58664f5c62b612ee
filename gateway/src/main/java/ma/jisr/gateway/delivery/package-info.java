/** Sending what turns have said: at once on the return path, stored and forwarded otherwise. */
@NullMarked
package ma.jisr.gateway.delivery;

import org.jspecify.annotations.NullMarked;
