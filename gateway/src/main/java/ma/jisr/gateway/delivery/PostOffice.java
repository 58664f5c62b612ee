package ma.jisr.gateway.delivery;

import java.time.Duration;
import ma.jisr.base.Loop;

/**
 * What the postmen of one loop share.
 *
 * @param loop theirs
 * @param channels the links
 * @param marks what has been sent
 * @param alone whether no other node sends for the same people
 * @param room where they wait for a link
 * @param lease for how long a write gives a message to its writer
 */
public record PostOffice(
    Loop loop,
    Channels channels,
    SentMarks marks,
    WaitingRoom room,
    boolean alone,
    Duration lease) {}
