package ma.jisr.service.notices.notice;

import java.time.Instant;

/**
 * Whom a notice has reached, once that is final.
 *
 * @param total whom it was for
 * @param sent whom it was handed to a network for
 * @param delivered whose phone has it, by the network's receipt
 * @param failed whom it did not reach
 * @param unknown of whom no receipt tells
 * @param at when it was counted
 */
public record Outcome(
    long total, long sent, long delivered, long failed, long unknown, Instant at) {}
