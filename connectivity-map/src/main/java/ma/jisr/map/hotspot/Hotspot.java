package ma.jisr.map.hotspot;

import java.util.regex.Pattern;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.LocalText;
import ma.jisr.map.hours.Timetable;
import org.jspecify.annotations.Nullable;

/**
 * A spot where people can connect: a hotspot, a connection stand, a community relay.
 *
 * @param id stable, unique
 * @param code what people dial or text for it, printed on its sticker: see {@link #CODE}
 * @param facts what its keeper wrote down
 * @param state whether it works, as far as is known
 * @param confirmed when somebody last said so; null when nobody did
 * @param retired whether it was taken off the map: kept for its history, shown to nobody
 * @param sample whether it is invented, for trying things out
 */
public record Hotspot(
    String id,
    String code,
    Facts facts,
    State state,
    @Nullable Confirmation confirmed,
    boolean retired,
    boolean sample) {
  /**
   * A public code: four to seven digits that begin with 1. Key 1 bears no letters (ITU-T E.161), so
   * a code is never mistaken for the letters of a place; no number of a phone begins with it
   * either.
   */
  public static final Pattern CODE = Pattern.compile("1[0-9]{3,6}");

  /** Longest code, digits. */
  public static final int MAX_CODE = 7;

  /** Longest id, characters. */
  public static final int MAX_ID = 64;

  public Hotspot {
    if (id.isBlank() || id.length() > MAX_ID)
      throw new IllegalArgumentException("id must have 1 to " + MAX_ID + " characters");
    if (!CODE.matcher(code).matches())
      throw new IllegalArgumentException(
          "code '" + code + "' is not four to seven digits that begin with 1");
  }

  /** Whether it is worth going there: not known to be broken or closed down. */
  public boolean isUsable() {
    return !retired && state != State.BROKEN && state != State.CLOSED;
  }

  public LocalText name() {
    return facts.name();
  }

  public Kind kind() {
    return facts.kind();
  }

  public Access access() {
    return facts.access();
  }

  public Timetable hours() {
    return facts.hours();
  }

  public @Nullable LocalText way() {
    return facts.way();
  }

  public GeoPoint point() {
    return facts.point();
  }

  public boolean exact() {
    return facts.exact();
  }

  public String place() {
    return facts.place();
  }

  /** The same hotspot, told of anew. */
  public Hotspot with(Facts next) {
    return new Hotspot(id, code, next, state, confirmed, retired, sample);
  }

  /** The same hotspot, in this state by these words. */
  public Hotspot with(State next, @Nullable Confirmation word) {
    return new Hotspot(id, code, facts, next, word, retired, sample);
  }

  /** The same hotspot, off the map or on it again. */
  public Hotspot retired(boolean off) {
    return new Hotspot(id, code, facts, state, confirmed, off, sample);
  }

  /** The kinds of spot that Morocco has. */
  public enum Kind {
    /** Public Wi-Fi: a square, a park, a street. */
    SQUARE,
    /** A connection stand: a cabinet or a desk with a screen. */
    STAND,
    /** A community relay: somebody's aerial that serves a douar. */
    RELAY,
    YOUTH_CENTRE,
    COMMUNITY_CENTRE,
    SCHOOL,
    LIBRARY,
    POST_OFFICE,
    TOWN_HALL,
    HEALTH_CENTRE,
    CAFE,
    CYBERCAFE,
    SHOP,
    STATION,
    MARKET,
    MOSQUE,
    OTHER;

    /**
     * What is supposed when nobody says what it costs: where something is sold, that it is for who
     * buys; what is public, free.
     */
    public Access usualAccess() {
      return switch (this) {
        case CAFE, SHOP, OTHER -> Access.CUSTOMERS;
        case CYBERCAFE, STAND -> Access.PAID;
        default -> Access.FREE;
      };
    }
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
