package ma.jisr.gateway.session;

import java.time.Duration;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Surface;
import org.jspecify.annotations.Nullable;

/**
 * What a turn must know of the link that it came by.
 *
 * @param link the id in the settings
 * @param messages what its messages are: SMS or chat
 * @param scheme of the addresses that it brings: {@code tel}, or the chat's name
 * @param screen what a USSD screen may hold
 * @param message what a message may hold
 * @param ussdPrice what a dialogue costs the person, centimes; null when the operator has not said
 * @param messagePrice what a message costs the person, centimes; null when the operator has not
 *     said
 * @param idle how long the network waits for a screen before it ends the dialogue
 */
public record LinkInfo(
    String link,
    ChannelKind messages,
    String scheme,
    Surface screen,
    Surface message,
    @Nullable Long ussdPrice,
    @Nullable Long messagePrice,
    Duration idle) {}
