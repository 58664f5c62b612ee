package ma.jisr.sandbox.wallet.payment;

/** What the provider makes of a request: a payment, or a problem with it. */
public sealed interface Decision permits Payment, Problem {}
