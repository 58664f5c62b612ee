package ma.jisr.service.wallet.payment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a number that pays.
 *
 * @param payees pseudonyms of those it has paid, the last first, at most {@link #PAYEES}
 * @param blocked whether its holder has forbidden payments
 * @param provider that has its wallet, as far as is known; "" for unknown
 * @param found when that was asked last; null for never
 */
record Payer(List<String> payees, boolean blocked, String provider, @Nullable Instant found) {
  /** Payees remembered: whoever was paid before all of these is new again. */
  static final int PAYEES = 50;

  static final Payer NEW = new Payer(List.of(), false, "", null);

  Payer {
    payees = List.copyOf(payees);
  }

  Payer paying(String payee, String by) {
    List<String> all = new ArrayList<>(payees);
    all.remove(payee);
    all.addFirst(payee);
    return new Payer(all.subList(0, Math.min(all.size(), PAYEES)), blocked, by, found);
  }

  Payer blocking(boolean block) {
    return new Payer(payees, block, provider, found);
  }

  Payer at(String by, Instant now) {
    return new Payer(payees, blocked, by, now);
  }
}
