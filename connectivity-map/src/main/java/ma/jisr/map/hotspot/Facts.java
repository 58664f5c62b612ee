package ma.jisr.map.hotspot;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.LocalText;
import ma.jisr.map.hours.Timetable;
import ma.jisr.map.ledger.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * What its keeper writes down about a hotspot: everything but its number and whether it works.
 * Texts longer than a screen's line are kept; what is shown is cut.
 *
 * @param name short
 * @param kind of spot
 * @param access what it costs
 * @param ssid the network's name, as it is sent; null when not told. Its key is nowhere
 * @param hours when it is open
 * @param way how to get there, in words: a landmark, a road; null when not told
 * @param point where it is
 * @param exact whether the point is the spot itself; else it lies somewhere in the place
 * @param place the id of its place in the gazetteer
 * @param operator who runs it; null when not told
 * @param sponsor a line of who pays for it; null when nobody is named
 * @param source what the file that it came from calls it ("osm:node/4711"); null for ours
 * @param tags what else its source says, as it says it
 */
public record Facts(
    LocalText name,
    Hotspot.Kind kind,
    Hotspot.Access access,
    @Nullable String ssid,
    Timetable hours,
    @Nullable LocalText way,
    GeoPoint point,
    boolean exact,
    String place,
    @Nullable String operator,
    @Nullable LocalText sponsor,
    @Nullable String source,
    Map<String, String> tags) {
  /** Longest name, characters: the longest of some 4,000 that were seen has 67. */
  public static final int MAX_NAME = 80;

  /** Longest way, characters: one SMS holds it. */
  public static final int MAX_WAY = 160;

  /** Longest operator, sponsor or place, characters. */
  public static final int MAX_LINE = 80;

  /** Longest network name, octets of UTF-8 (IEEE 802.11, 9.4.2.2). */
  public static final int MAX_SSID = 32;

  /** Longest name in its source, characters. */
  public static final int MAX_SOURCE = 128;

  /** Most tags: the fullest that was seen has 34. */
  public static final int MOST_TAGS = 64;

  /** Longest tag's name, characters. */
  public static final int MAX_TAG = 64;

  /** Longest tag's value, characters: OpenStreetMap's own bound. */
  public static final int MAX_TAG_VALUE = 255;

  /** What a network is entered with is not ours to hand out, whatever the source calls it. */
  private static final Pattern KEY =
      Pattern.compile("(^|[:_. -])(key|password|passwd|passphrase|psk|wpa|wep|pin)([:_. -]|$)");

  /**
   * @throws IllegalArgumentException naming the field that is too long, blank or a key
   */
  public Facts {
    Bounds.each("name", name, MAX_NAME);
    if (way != null) Bounds.each("way", way, MAX_WAY);
    if (sponsor != null) Bounds.each("sponsor", sponsor, MAX_LINE);
    Bounds.line("place", place, MAX_LINE);
    if (operator != null) Bounds.line("operator", operator, MAX_LINE);
    if (source != null) Bounds.line("source", source, MAX_SOURCE);
    if (ssid != null) {
      Bounds.line("ssid", ssid, MAX_SSID);
      if (ssid.getBytes(StandardCharsets.UTF_8).length > MAX_SSID)
        throw new IllegalArgumentException("ssid has more than " + MAX_SSID + " octets");
    }
    tags = Map.copyOf(tags);
    if (tags.size() > MOST_TAGS)
      throw new IllegalArgumentException("tags: more than " + MOST_TAGS + " of them");
    tags.forEach(Facts::tag);
  }

  /** Whether a tag of this name may hold what a network is entered with. */
  public static boolean isKey(String tag) {
    return KEY.matcher(tag.toLowerCase(Locale.ROOT)).find();
  }

  private static void tag(String name, String value) {
    Bounds.line("tag", name, MAX_TAG);
    if (!value.isEmpty()) Bounds.line("tag " + name, value, MAX_TAG_VALUE);
    if (isKey(name)) throw new IllegalArgumentException("tag " + name + " may hold a key");
  }
}
