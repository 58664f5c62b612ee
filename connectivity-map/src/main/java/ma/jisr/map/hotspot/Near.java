package ma.jisr.map.hotspot;

import java.util.List;
import ma.jisr.map.hours.OpenState;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "where can I connect?".
 *
 * @param kind how good an answer it is
 * @param spots best first
 */
public record Near(Kind kind, List<Spot> spots) {
  public Near {
    spots = List.copyOf(spots);
  }

  /**
   * One hotspot of the answer.
   *
   * @param hotspot that suits
   * @param version of its document
   * @param open now, or when
   * @param metres from where they asked
   * @param exact whether the metres are between two exact points; else they are an idea
   * @param sector where it lies as seen from there; null unless both points are exact
   * @param samePlace whether it lies in the very place that was named
   */
  public record Spot(
      Hotspot hotspot,
      long version,
      OpenState open,
      double metres,
      boolean exact,
      @Nullable Sector sector,
      boolean samePlace) {}

  /** How good an answer is. */
  public enum Kind {
    /** Open, or perhaps open (hours unknown), and near. */
    FOUND,
    /** Nothing open nearby: the nearest known ones. An unmet question. */
    FAR,
    /** Nothing known at all within reach. An unmet question. */
    NONE
  }
}
