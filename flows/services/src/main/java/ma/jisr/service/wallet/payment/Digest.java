package ma.jisr.service.wallet.payment;

import java.time.LocalDate;

/**
 * What stands for all that happened to payments on a day, and on all days before: whoever keeps it
 * elsewhere can tell whether a line was changed since.
 *
 * @param day Morocco's
 * @param lines of journals, that day
 * @param before the digest of the day before; "" for the first
 * @param hash SHA-256 over that and the hashes of all lines in the order of their ids, in
 *     hexadecimal
 */
public record Digest(LocalDate day, long lines, String before, String hash) {}
