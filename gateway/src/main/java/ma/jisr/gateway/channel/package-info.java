/**
 * What every channel is to the gateway: inbound with a late acknowledgement, outbound with a
 * definite outcome.
 */
@NullMarked
package ma.jisr.gateway.channel;

import org.jspecify.annotations.NullMarked;
