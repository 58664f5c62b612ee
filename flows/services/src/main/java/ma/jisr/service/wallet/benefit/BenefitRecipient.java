package ma.jisr.service.wallet.benefit;

/**
 * Somebody who is to have something, as a program tells it.
 *
 * @param phone as it was written
 * @param centimes 0 when it is not told
 * @param reference of the agency; "" for none
 */
public record BenefitRecipient(String phone, long centimes, String reference) {
  @Override
  public String toString() {
    return "BenefitRecipient[hidden]";
  }
}
