/** The Camel bridge: operations by name, answered on the caller's loop. */
@NullMarked
package ma.jisr.gateway.route;

import org.jspecify.annotations.NullMarked;
