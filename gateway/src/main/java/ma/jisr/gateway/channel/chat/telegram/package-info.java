/** Telegram's Bot API (core.telegram.org/bots/api): a bot that is called, or that asks. */
@NullMarked
package ma.jisr.gateway.channel.chat.telegram;

import org.jspecify.annotations.NullMarked;
