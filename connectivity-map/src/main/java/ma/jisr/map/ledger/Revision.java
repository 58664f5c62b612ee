package ma.jisr.map.ledger;

import java.time.Instant;
import ma.jisr.base.Role;
import ma.jisr.map.batch.Trail;
import org.jspecify.annotations.Nullable;

/**
 * One change that was made to something.
 *
 * @param version that it made
 * @param at when
 * @param actor who, by the id of the account or person
 * @param role what they were
 * @param deed what they did, in a word
 * @param before what stood there until then; null for a creation
 * @param writeId what caused it
 */
public record Revision<T>(
    long version,
    Instant at,
    String actor,
    Role role,
    String deed,
    @Nullable T before,
    String writeId) {
  /** Most revisions that are kept of one thing; the oldest go first. A revision has about 1 KB. */
  public static final int MOST = Trail.MOST;
}
