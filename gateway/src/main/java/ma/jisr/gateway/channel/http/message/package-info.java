/** Messages by providers that are called over HTTP and call back: SMS by aggregators, Kannel. */
@NullMarked
package ma.jisr.gateway.channel.http.message;

import org.jspecify.annotations.NullMarked;
