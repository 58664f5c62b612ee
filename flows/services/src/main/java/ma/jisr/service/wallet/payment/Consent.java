package ma.jisr.service.wallet.payment;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A payer's "yes".
 *
 * @param key of the call that brought it: the same is given the same answer again
 * @param shown what they had been shown
 * @param at when
 * @param send not before: their phone is free for the provider's prompt by then
 * @param day whose caps it stands under
 */
record Consent(String key, Shown shown, Instant at, Instant send, LocalDate day) {}
