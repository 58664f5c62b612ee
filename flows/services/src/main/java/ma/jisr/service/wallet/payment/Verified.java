package ma.jisr.service.wallet.payment;

import java.util.List;

/**
 * What an inspection of all payments has found.
 *
 * @param payments whose journals were looked at
 * @param lines that were copied out
 * @param days whose digests were made again
 * @param flaws what is wrong, at most {@link #MOST_FLAWS}; empty when nothing is
 */
public record Verified(long payments, long lines, long days, List<String> flaws) {
  /** Flaws that are told; behind them the rest does not matter. */
  static final int MOST_FLAWS = 100;

  public Verified {
    flaws = List.copyOf(flaws);
  }
}
