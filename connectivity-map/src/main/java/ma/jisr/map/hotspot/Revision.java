package ma.jisr.map.hotspot;

import java.time.Instant;
import ma.jisr.base.Role;
import ma.jisr.map.batch.Trail;
import org.jspecify.annotations.Nullable;

/**
 * One change that was made to a hotspot.
 *
 * @param version that it made
 * @param at when
 * @param actor who, by the id of the account or person
 * @param role what they were
 * @param deed what they did
 * @param before what stood there until then; null for a creation
 * @param writeId what caused it
 */
public record Revision(
    long version,
    Instant at,
    String actor,
    Role role,
    Deed deed,
    @Nullable Hotspot before,
    String writeId) {
  /** Most revisions that a hotspot keeps; the oldest go first. A revision has about 1 KB. */
  public static final int MOST = Trail.MOST;
}
