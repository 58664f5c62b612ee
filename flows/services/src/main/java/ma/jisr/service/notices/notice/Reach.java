package ma.jisr.service.notices.notice;

import java.time.Instant;

/**
 * Whom a notice was about to reach when it was handed in, as far as it can be told beforehand.
 *
 * @param people who would get it
 * @param quiet those of them who are in quiet hours at its start
 * @param segments SMS segments in all
 * @param centimes what these cost
 * @param minutes that sending takes at the links' rate
 * @param at when it was counted
 */
public record Reach(
    long people, long quiet, long segments, long centimes, long minutes, Instant at) {}
