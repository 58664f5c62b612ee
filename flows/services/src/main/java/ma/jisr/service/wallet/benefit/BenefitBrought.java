package ma.jisr.service.wallet.benefit;

import java.util.List;

/**
 * What became of an agency's table.
 *
 * @param batch as it stands; a table that was brought before is the batch that it was
 * @param refusals of rows that are not in it
 */
public record BenefitBrought(BenefitBatch batch, List<BenefitRefusal> refusals) {
  public BenefitBrought {
    refusals = List.copyOf(refusals);
  }
}
