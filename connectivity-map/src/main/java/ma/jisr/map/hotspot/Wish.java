package ma.jisr.map.hotspot;

import org.jspecify.annotations.Nullable;

/**
 * What somebody is looking for.
 *
 * @param freeOnly nothing that costs, not even a coffee
 * @param kind only this kind; null for any
 */
public record Wish(boolean freeOnly, Hotspot.@Nullable Kind kind) {
  public static final Wish ANY = new Wish(false, null);

  public boolean suits(Hotspot hotspot) {
    return (!freeOnly || hotspot.access() == Hotspot.Access.FREE)
        && (kind == null || hotspot.kind() == kind);
  }
}
