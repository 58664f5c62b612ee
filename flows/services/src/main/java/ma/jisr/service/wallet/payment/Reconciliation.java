package ma.jisr.service.wallet.payment;

import java.time.LocalDate;
import java.util.List;

/**
 * A provider's statement of a day held against our payments.
 *
 * @param complete whether the whole statement was to be had
 * @param lines of it
 * @param agree how many of them say what we know
 * @param differences at most {@link #MOST}
 */
public record Reconciliation(
    String provider,
    LocalDate day,
    boolean complete,
    long lines,
    long agree,
    List<Difference> differences) {
  /** Differences that are listed: if there are more, something else is wrong. */
  static final int MOST = 1_000;

  public Reconciliation {
    differences = List.copyOf(differences);
  }
}
