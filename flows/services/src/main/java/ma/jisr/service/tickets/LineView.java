package ma.jisr.service.tickets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line as somebody sees it who thinks of joining it.
 *
 * @param waiting how many are in it
 * @param estimate about how long until the turn of whoever joins it now
 * @param begins when anybody is called: now, at a pause's end, when the shop opens; null when
 *     nobody is any more today
 * @param paused until when nobody is called; null when the queue goes on
 */
public record LineView(
    int waiting, Estimate estimate, @Nullable Instant begins, @Nullable Instant paused) {}
