package ma.jisr.service.notices.notice;

import java.time.Instant;

/**
 * What a second person found when they looked at an emergency that had gone at once.
 *
 * @param account whose
 * @param at when
 * @param note what they found, one line; "" for nothing to say
 */
public record Review(String account, Instant at, String note) {}
