package ma.jisr.service.notices.notice;

import java.time.Instant;

/**
 * That a second person agrees with exactly these words for exactly these people.
 *
 * @param account whose
 * @param way by which they said so
 * @param at when
 * @param digest of the notice as they saw it
 */
public record Approval(String account, Way way, Instant at, String digest) {}
