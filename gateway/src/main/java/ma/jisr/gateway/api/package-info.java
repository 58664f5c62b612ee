/** What the gateway serves by HTTP. */
@NullMarked
package ma.jisr.gateway.api;

import org.jspecify.annotations.NullMarked;
