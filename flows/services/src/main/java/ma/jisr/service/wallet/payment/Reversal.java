package ma.jisr.service.wallet.payment;

import java.time.Instant;

/**
 * The giving back of a payment, linked to it.
 *
 * @param key of whoever asked for it
 * @param claim on whose account: a claim's number
 * @param by the operator's id
 * @param at when it was asked for
 * @param exchange with the provider, under a correlation of its own
 */
record Reversal(String key, String claim, String by, Instant at, Exchange exchange) {
  Reversal with(Exchange next) {
    return new Reversal(key, claim, by, at, next);
  }
}
