/** The door at which aggregators and chat platforms call: one listener, a path a link. */
@NullMarked
package ma.jisr.gateway.channel.http;

import org.jspecify.annotations.NullMarked;
