package ma.jisr.gateway.channel;

import java.time.Instant;

/**
 * One segment of a message, taken by the peer.
 *
 * @param group the SMSC group of the link
 * @param link by which it went
 * @param message that it belongs to
 * @param segment from 1
 * @param segments of the whole message
 * @param messageId as the peer named it, normalised; "" where it gave no name
 * @param at when its response came
 */
public record Taken(
    String group,
    String link,
    Outbound message,
    int segment,
    int segments,
    String messageId,
    Instant at) {}
