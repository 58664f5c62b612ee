package ma.jisr.service.hotspots;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.text.Digits;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.HotspotMap;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.KeypadSearch;
import ma.jisr.map.place.PlaceMatch;
import ma.jisr.map.place.PlaceMatches;
import ma.jisr.map.place.PlaceSearch;
import ma.jisr.map.place.Places;
import ma.jisr.map.place.Whereabouts;
import ma.jisr.map.position.Coordinates;

/**
 * What somebody means who was asked for a place: a code, keys of letters, coordinates, or a name.
 */
public final class PlaceFinder {
  /** Words before a name ("f Amizmiz", "à Safi"), folded to what {@code strip} compares. */
  private static final Set<String> BEFORE =
      Set.of(
          "f", "fi", "fe", "a", "à", "au", "aux", "en", "in", "at", "de", "d", "dial", "dyal",
          "near", "vers", "chez", "7da", "g", "gh", "n", "في", "ف", "حدا", "قرب", "ديال", "فين",
          "fin");

  /** "in" and "by" grow onto an Arabic word. */
  private static final String GROWN_ON = "فب";

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Places known;
  private final HotspotMap hotspots;

  public PlaceFinder(Places known, HotspotMap hotspots) {
    this.known = known;
    this.hotspots = hotspots;
  }

  /**
   * What was found.
   *
   * @param hotspot the one of this code
   * @param point else the coordinates
   * @param areas else places and provinces, best first
   * @param sure whether the first is meant beyond doubt
   */
  public record Found(
      Optional<Hotspot> hotspot, Optional<GeoPoint> point, List<Area> areas, boolean sure) {
    static Found areas(List<? extends Area> areas, boolean sure) {
      return new Found(Optional.empty(), Optional.empty(), List.copyOf(areas), sure);
    }
  }

  /**
   * @param province looked in first; "" for none
   */
  public Found find(String text, String province) {
    String digits = Digits.western(text).strip();
    Optional<Hotspot> byCode = hotspots.byCode(digits);
    if (byCode.isPresent()) return new Found(byCode, Optional.empty(), List.of(), true);
    if (KeypadSearch.isKeys(digits)) return byKeys(digits, province);
    Optional<GeoPoint> point = Coordinates.read(PointItem.bare(text));
    if (point.isPresent()) return new Found(Optional.empty(), point, List.of(), true);
    String name = name(text);
    Gazetteer gazetteer = known.now();
    PlaceSearch names = gazetteer.search();
    PlaceMatches here =
        province.isEmpty()
            ? PlaceMatches.NONE
            : find(name, one -> names.find(one, province, HotspotOperations.CHOICES));
    Whereabouts asker = gazetteer.around(province);
    PlaceMatches found =
        here.sure() ? here : find(name, one -> names.find(one, asker, HotspotOperations.CHOICES));
    List<Area> areas = new ArrayList<>(found.matches().size());
    for (PlaceMatch match : found.matches()) areas.add(match.area());
    return Found.areas(areas, found.sure());
  }

  /** The places of a province whose names begin with these keys; all its towns for "". */
  List<? extends Area> places(String province, String letters) {
    return letters.isEmpty()
        ? known.now().towns(province)
        : known
            .now()
            .keypad()
            .find(Digits.western(letters).strip(), province, HotspotOperations.LISTED);
  }

  private Found byKeys(String digits, String province) {
    KeypadSearch keys = known.now().keypad();
    List<Area> areas = new ArrayList<>(keys.find(digits, province, HotspotOperations.CHOICES));
    for (Area area : keys.find(digits, "", HotspotOperations.CHOICES))
      if (!areas.contains(area) && areas.size() < HotspotOperations.CHOICES) areas.add(area);
    return Found.areas(areas, areas.size() == 1);
  }

  private static PlaceMatches find(String name, Function<String, PlaceMatches> search) {
    PlaceMatches plain = search.apply(name);
    if (plain.sure() || name.length() < 4 || GROWN_ON.indexOf(name.charAt(0)) < 0) return plain;
    PlaceMatches without = search.apply(name.substring(1));
    return without.sure() || plain.matches().isEmpty() ? without : plain;
  }

  private static String name(String text) {
    String head = text.substring(0, Math.min(text.length(), PlaceSearch.MAX_TEXT)).strip();
    if (head.indexOf(' ') < 0 && !BLANKS.matcher(head).find()) return head;
    List<String> words = new ArrayList<>(List.of(BLANKS.split(head, -1)));
    while (words.size() > 1 && BEFORE.contains(words.getFirst().toLowerCase(Locale.ROOT)))
      words.removeFirst();
    return String.join(" ", words);
  }
}
