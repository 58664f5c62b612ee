package ma.jisr.service.tickets;

import java.time.Instant;

/**
 * A time that one can choose.
 *
 * @param from when it begins
 * @param minutes how long it is
 */
public record Slot(Instant from, int minutes) {}
