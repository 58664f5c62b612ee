package ma.jisr.service.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket stands now.
 *
 * @param ticket as it is
 * @param ahead how many are called before it
 * @param estimate about how long until its turn
 * @param paused until when nobody is called; null when the queue goes on
 */
public record Standing(Ticket ticket, int ahead, Estimate estimate, @Nullable Instant paused) {}
