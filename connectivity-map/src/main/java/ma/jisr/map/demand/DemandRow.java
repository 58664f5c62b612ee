package ma.jisr.map.demand;

import org.jspecify.annotations.Nullable;

/**
 * What people asked for in vain in one place, in a period.
 *
 * @param place the id of the area
 * @param want any, free, open or free-open
 * @param hour 0 to 23 in Morocco; null for all hours together
 * @param asked people, added up over hours and days
 * @param people the most that were counted on one of the days: so many different people at least
 * @param days on which there were enough to be counted
 */
public record DemandRow(
    String place, String want, @Nullable Integer hour, long asked, int people, int days) {}
