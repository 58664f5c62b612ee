package ma.jisr.service.wallet.benefit;

/**
 * How far a batch has come: counts, and nobody by name. Counts of few are told as 0.
 *
 * @param told how many have been told that it may be collected
 * @param unreached how many may not be written to
 */
public record BenefitStatus(BenefitBatch batch, long told, long unreached) {
  /** Fewer are not told: one knows who they are. */
  public static final int FEWEST = 5;
}
