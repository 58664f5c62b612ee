package ma.jisr.sandbox.wallet.payment;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.sandbox.wallet.account.Holder;
import ma.jisr.sandbox.wallet.account.Issuer;
import ma.jisr.sandbox.wallet.ledger.Leg;

/**
 * What payments cost, and the entries that they are.
 *
 * @param other what a transfer to the other issuer's wallet costs its payer, in centimes
 * @param interchange what a merchant's institution pays to the payer's, in basis points
 */
public record Tariff(long other, int interchange) {
  /** One dirham, and the rate that was in force at the end of 2021. */
  public static final Tariff USUAL = new Tariff(1_00, 40);

  private static final long BASIS = 10_000;

  /** The fee of the payer, in centimes. */
  public long fee(String type, Holder payer, Holder payee) {
    return type.equals("transfer") && payer.issuer() != payee.issuer() ? other : 0;
  }

  /**
   * The entries of a payment. Each issuer's own accounts sum to zero before and after: what goes
   * from one to the other goes over what they have to settle.
   */
  List<Leg> legs(String type, Holder payer, Holder payee, long centimes, long fee) {
    Issuer from = payer.issuer();
    Issuer to = payee.issuer();
    List<Leg> legs = new ArrayList<>();
    if (from == to) {
      legs.add(new Leg(payer.book(), payee.book(), centimes));
    } else {
      legs.add(new Leg(payer.book(), from.settles(), centimes));
      legs.add(new Leg(to.settles(), payee.book(), centimes));
    }
    if (fee > 0) {
      legs.add(new Leg(payer.book(), from.fees(), fee));
    }
    long rate = type.equals("merchantpay") ? Math.ceilDiv(centimes * interchange, BASIS) : 0;
    if (rate > 0 && from != to) {
      legs.add(new Leg(to.fees(), to.settles(), rate));
      legs.add(new Leg(from.settles(), from.fees(), rate));
    }
    return legs;
  }
}
