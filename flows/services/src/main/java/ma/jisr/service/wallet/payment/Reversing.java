package ma.jisr.service.wallet.payment;

/** What came of asking that a payment be given back. */
public sealed interface Reversing {
  /** It is going to be given back, or has been; asked twice it is given back once. */
  record Asked(View view) implements Reversing {}

  /** It was not paid, or is being looked at: nothing to give back now. */
  record NotPaid(View view) implements Reversing {}

  /** Its provider takes no reversals: it must be settled with the provider. */
  record NotOffered(View view) implements Reversing {}

  /** There is no such payment. */
  record NoPayment() implements Reversing {}
}
