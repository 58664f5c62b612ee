package ma.jisr.map.hotspot;

import org.jspecify.annotations.Nullable;

/**
 * A hotspot that is to be made.
 *
 * @param facts that its keeper wrote down
 * @param state as far as is known
 * @param confirmed who said so, when; null for the actor, now
 * @param id an own one, such as an import makes of what its file calls the row; null for a new one
 * @param code printed on a sticker already; null for a free one
 */
public record Draft(
    Facts facts,
    Hotspot.State state,
    @Nullable Confirmation confirmed,
    @Nullable String id,
    @Nullable String code) {
  /** Something new, of which nobody knows yet whether it works. */
  public static Draft of(Facts facts) {
    return new Draft(facts, Hotspot.State.UNKNOWN, null, null, null);
  }
}
