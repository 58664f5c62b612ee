package ma.jisr.service.wallet.payment;

/** Where a payment stands. */
public enum State {
  /** Prepared: a reference exists, no money moves. */
  CREATED,
  /** The payer has said yes; in a journal only, for the request is made in the same write. */
  CONFIRMED,
  /** The request to pay is going to be sent, or is being sent. */
  SUBMITTING,
  /** The provider has it and asks the payer. */
  PENDING,
  /** Paid. */
  COMPLETED,
  /** Not paid, on positive evidence. */
  FAILED,
  /** Never confirmed. */
  EXPIRED,
  /** Withdrawn before it was sent. */
  CANCELLED,
  /** Sent, or perhaps so; what became of it is being found out. */
  UNKNOWN,
  /** People must look: it could not be found out, or what is known contradicts itself. */
  REVIEW,
  /** Paid, and going to be given back. */
  REVERSAL_PENDING,
  /** Paid and given back. */
  REVERSED,
  /** Paid; its provider will not give it back. */
  REVERSAL_FAILED;

  /** Whether the payer will hear no more of it unless somebody acts. */
  public boolean over() {
    return switch (this) {
      case COMPLETED, FAILED, EXPIRED, CANCELLED, REVERSED, REVERSAL_FAILED -> true;
      case CREATED, CONFIRMED, SUBMITTING, PENDING, UNKNOWN, REVIEW, REVERSAL_PENDING -> false;
    };
  }

  /** Whether the payer's money is with the payee, as far as is known. */
  public boolean paid() {
    return this == COMPLETED || this == REVERSAL_PENDING || this == REVERSAL_FAILED;
  }

  /** Whether nothing was ever paid, for certain. */
  boolean unpaid() {
    return this == FAILED || this == EXPIRED || this == CANCELLED;
  }
}
