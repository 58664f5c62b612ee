package ma.jisr.map.hotspot;

import ma.jisr.map.hours.OpenState;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is looking for.
 *
 * @param freeOnly nothing that costs, not even a coffee
 * @param openOnly only what is known to be open; else those, too, whose hours nobody knows
 * @param kind only this kind; null for any
 */
public record Wish(boolean freeOnly, boolean openOnly, Hotspot.@Nullable Kind kind) {
  public static final Wish ANY = new Wish(false, false, null);

  boolean suits(OpenState open) {
    return openOnly ? open.isOpen() : open.kind() != OpenState.Kind.CLOSED;
  }

  public boolean suits(Hotspot hotspot) {
    return (!freeOnly || hotspot.access() == Hotspot.Access.FREE)
        && (kind == null || hotspot.kind() == kind);
  }
}
