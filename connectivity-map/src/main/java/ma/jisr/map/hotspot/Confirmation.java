package ma.jisr.map.hotspot;

import java.time.Instant;

/**
 * The last word on whether a hotspot works.
 *
 * @param at when it was said
 * @param by what sort of actor said it
 */
public record Confirmation(Instant at, By by) {
  /** Who says so, from the weakest. */
  public enum By {
    /** The file that the hotspot came from. */
    SOURCE,
    /** Several people, none of whom is known to us. */
    PEOPLE,
    /** A registered agent in the field. */
    AGENT,
    /** Who keeps it. */
    OPERATOR
  }
}
