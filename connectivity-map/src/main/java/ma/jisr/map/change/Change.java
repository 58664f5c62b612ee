package ma.jisr.map.change;

import java.time.Instant;
import ma.jisr.base.Role;

/**
 * One entry of the feed: that somebody is about to change something. It is written before the
 * change and says nothing of its success.
 *
 * @param seq its number, from 1, without gaps
 * @param at when; for people, the order is that of the numbers
 * @param actor who, by the id of the account or person
 * @param role what they were
 * @param deed what they do, in a word
 * @param subject what sort of thing they do it to
 * @param id of that thing
 * @param writeId of the write that follows
 */
public record Change(
    long seq,
    Instant at,
    String actor,
    Role role,
    String deed,
    Subject subject,
    String id,
    String writeId) {
  /** What can change. */
  public enum Subject {
    HOTSPOT,
    /** A file of hotspots or places. */
    BATCH,
    PLACES,
    SHOP,
    /** A file of shops. */
    SHOP_BATCH,
    /** Who is paid by wallets. */
    PAYEE,
    /** A file of payees. */
    PAYEE_BATCH,
    /** What officials say. */
    NOTICE,
    CHALLENGE,
    /** A file of challenges. */
    CHALLENGE_BATCH,
    /** Where the cells of the networks are. */
    CELLS
  }
}
