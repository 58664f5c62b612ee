package ma.jisr.map.hotspot;

import java.util.Set;
import ma.jisr.map.hotspot.Hotspot.Access;
import ma.jisr.map.hotspot.Hotspot.Kind;
import ma.jisr.map.hotspot.Hotspot.State;
import ma.jisr.map.hours.OpenState;

/**
 * Which hotspots suit somebody who searches the map itself.
 *
 * @param freeOnly nothing that costs, not even a coffee
 * @param openNow only what is known to be open
 * @param kinds any of these; empty for all
 * @param states any of these; empty for all
 */
public record Filter(boolean freeOnly, boolean openNow, Set<Kind> kinds, Set<State> states) {
  /** All that are on the map. */
  public static final Filter ALL = new Filter(false, false, Set.of(), Set.of());

  public Filter {
    kinds = Set.copyOf(kinds);
    states = Set.copyOf(states);
  }

  boolean suits(Hotspot hotspot) {
    return (!freeOnly || hotspot.access() == Access.FREE)
        && (kinds.isEmpty() || kinds.contains(hotspot.kind()))
        && (states.isEmpty() || states.contains(hotspot.state()));
  }

  boolean suits(OpenState open) {
    return !openNow || open.isOpen();
  }
}
