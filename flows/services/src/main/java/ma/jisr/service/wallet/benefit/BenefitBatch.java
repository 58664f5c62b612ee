package ma.jisr.service.wallet.benefit;

import java.time.Instant;
import ma.jisr.base.Money;

/**
 * An agency's batch of benefits: what is for whom is in its entries, and no list of them is ever
 * given out. Immutable.
 *
 * @param id made of what is in it: the same file again is the same batch
 * @param recipients how many
 * @param sum of their amounts; zero when none was told
 * @param author the id of the account that brought it
 * @param approver the id of the account that approved or refused it; "" for nobody yet
 * @param made when it was brought
 */
public record BenefitBatch(
    String id,
    BenefitDraft draft,
    int recipients,
    Money sum,
    State state,
    String author,
    String approver,
    Instant made) {
  /** Where a batch stands. */
  public enum State {
    /** Nobody is told until another account approves it. */
    WAITING,
    /** Its recipients are told, and find it by phone. */
    APPROVED,
    /** Somebody has refused or withdrawn it: it is as if it had never been. */
    WITHDRAWN
  }

  BenefitBatch with(State next, String by) {
    return new BenefitBatch(id, draft, recipients, sum, next, author, by, made);
  }
}
