package ma.jisr.service.wallet.port;

import ma.jisr.base.Money;

/** What a payment will cost its payer beside the amount. */
public sealed interface Fee {
  /** Told by the provider. */
  record Known(Money fee) implements Fee {}

  /** It does not tell; people are told that there may be one. */
  record Untold() implements Fee {}

  /** It will not take this payment at all. */
  record Refused(Fault fault) implements Fee {}
}
