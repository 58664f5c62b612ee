package ma.jisr.map.hotspot;

import java.time.Instant;
import java.util.regex.Pattern;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A spot where people can connect: a hotspot, a connection stand, a community relay.
 *
 * @param id stable, unique
 * @param code what people dial or text for it, printed on its sticker: see {@link #CODE}
 * @param name short
 * @param kind of spot
 * @param access what it costs
 * @param ssid the network's name; null when not told
 * @param hours {@code opening_hours} as OpenStreetMap writes them, raw; "" when unknown
 * @param way how to get there, in words: a landmark, a road, a town
 * @param point where it is
 * @param exact whether the point is the spot itself; else it lies somewhere in the place
 * @param place the id of its place in the gazetteer
 * @param operator who runs it; null when not told
 * @param state whether it works, as far as is known
 * @param confirmed when somebody last said so; null when nobody did
 * @param sample whether it is invented, for trying things out
 */
public record Hotspot(
    String id,
    String code,
    LocalText name,
    Kind kind,
    Access access,
    @Nullable String ssid,
    String hours,
    LocalText way,
    GeoPoint point,
    boolean exact,
    String place,
    @Nullable String operator,
    State state,
    @Nullable Instant confirmed,
    boolean sample) {
  /**
   * A public code: four to six digits that begin with 1. Key 1 bears no letters (ITU-T E.161), so a
   * code is never mistaken for the letters of a place.
   */
  public static final Pattern CODE = Pattern.compile("1[0-9]{3,5}");

  /** Longest id, characters. */
  public static final int MAX_ID = 64;

  public Hotspot {
    if (id.isBlank() || id.length() > MAX_ID)
      throw new IllegalArgumentException("id must have 1 to " + MAX_ID + " characters");
    if (!CODE.matcher(code).matches())
      throw new IllegalArgumentException(
          "code '" + code + "' is not four to six digits that begin with 1");
  }

  /** Whether it is worth going there: not known to be broken or closed down. */
  public boolean isUsable() {
    return state != State.BROKEN && state != State.CLOSED;
  }

  /** The kinds of spot that Morocco has. */
  public enum Kind {
    SQUARE,
    YOUTH_CENTRE,
    COMMUNITY_CENTRE,
    SCHOOL,
    LIBRARY,
    POST_OFFICE,
    TOWN_HALL,
    HEALTH_CENTRE,
    CAFE,
    CYBERCAFE,
    STATION,
    MARKET,
    MOSQUE,
    RELAY
  }

  /** What it costs, as OpenStreetMap's {@code internet_access:fee}. */
  public enum Access {
    FREE,
    PAID,
    /** Free for who buys something. */
    CUSTOMERS
  }

  /** Whether it works. Driven by reports; an operator or agent decides. */
  public enum State {
    UNKNOWN,
    WORKS,
    DOUBTFUL,
    BROKEN,
    CLOSED
  }
}
