/** Chat platforms: what they share, and a folder for each. */
@NullMarked
package ma.jisr.gateway.channel.chat;

import org.jspecify.annotations.NullMarked;
