/** The providers of SMS whose ways are known. None was tried against the live service. */
@NullMarked
package ma.jisr.gateway.channel.http.message.provider;

import org.jspecify.annotations.NullMarked;
