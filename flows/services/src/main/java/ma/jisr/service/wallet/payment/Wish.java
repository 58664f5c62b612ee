package ma.jisr.service.wallet.payment;

import ma.jisr.base.Money;
import ma.jisr.service.wallet.port.SimRisk;

/**
 * A payment as caps see it.
 *
 * @param payment its id
 * @param channel by which it is asked for
 * @param payee the payee's pseudonym
 * @param amount without the fee
 * @param known whether the payer has paid them before
 * @param level of the payer's wallet, 1 to 3; 0 where it is not known
 * @param risk of the payer's card
 */
record Wish(
    String payment,
    String channel,
    String payee,
    Money amount,
    boolean known,
    int level,
    SimRisk.Risk risk) {}
