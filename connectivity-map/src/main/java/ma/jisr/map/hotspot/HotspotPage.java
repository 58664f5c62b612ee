package ma.jisr.map.hotspot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the stored hotspots, in the order of their ids.
 *
 * @param hotspots retired ones too
 * @param next behind which to go on; null when these were the last
 */
public record HotspotPage(List<Kept> hotspots, @Nullable String next) {
  public HotspotPage {
    hotspots = List.copyOf(hotspots);
  }
}
