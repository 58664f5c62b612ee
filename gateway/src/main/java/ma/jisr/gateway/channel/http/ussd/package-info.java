/** USSD by aggregators: three shapes of requests, and any aggregator by the names it uses. */
@NullMarked
package ma.jisr.gateway.channel.http.ussd;

import org.jspecify.annotations.NullMarked;
