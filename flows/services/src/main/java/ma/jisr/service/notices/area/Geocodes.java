package ma.jisr.service.notices.area;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.PlaceCode;
import ma.jisr.map.place.Province;
import ma.jisr.map.place.Region;

/** The codes by which others name our places, of one gazetteer. Immutable. */
public final class Geocodes {
  /** The geographic code of the Haut-Commissariat au Plan: "07.041.01.01", dots or none. */
  public static final String HCP = "HCP";

  /** Of regions and provinces: "MA-07", "MA-HAO". */
  public static final String ISO = "ISO3166-2";

  /** Our own ids. */
  public static final String JISR = "JISR";

  private final Gazetteer gazetteer;
  private final Map<String, String> hcp = new HashMap<>();
  private final Map<String, String> iso = new HashMap<>();

  public Geocodes(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
    for (var area : gazetteer.areas())
      switch (area) {
        case Region region -> {
          iso.put(region.iso(), region.id());
          // The twelve are numbered alike by both.
          if (region.iso().startsWith("MA-")) hcp.put(digits(region.iso()), region.id());
        }
        case Province province -> {
          iso.put(province.iso(), province.id());
          if (!province.hcp().isEmpty()) hcp.put(digits(province.hcp()), province.id());
        }
        case Place place -> {
          String code = place.codes().get(PlaceCode.HCP);
          if (code != null) hcp.put(digits(code), place.id());
          String centre = place.codes().get(PlaceCode.HCP_CENTRE);
          if (centre != null) hcp.putIfAbsent(digits(centre), place.id());
        }
      }
    hcp.remove("");
  }

  /**
   * The place that a code names.
   *
   * @param system the code's value name, in any case; of others nothing is known
   */
  public Optional<String> place(String system, String code) {
    return switch (system.strip().toUpperCase(Locale.ROOT)) {
      case HCP -> Optional.ofNullable(hcp.get(digits(code)));
      case ISO -> Optional.ofNullable(iso.get(code.strip().toUpperCase(Locale.ROOT)));
      case JISR -> gazetteer.area(code.strip()).map(area -> area.id());
      default -> Optional.empty();
    };
  }

  /** The code that the Haut-Commissariat au Plan has for a place; empty when it is not known. */
  public Optional<String> hcp(String place) {
    return gazetteer
        .area(place)
        .map(
            area ->
                switch (area) {
                  case Region region -> region.iso().replace("MA-", "");
                  case Province province -> province.hcp();
                  case Place one -> one.codes().getOrDefault(PlaceCode.HCP, "");
                })
        .filter(code -> !code.isEmpty());
  }

  private static String digits(String code) {
    StringBuilder digits = new StringBuilder(code.length());
    for (int i = 0; i < code.length(); i++)
      if (code.charAt(i) >= '0' && code.charAt(i) <= '9') digits.append(code.charAt(i));
    return digits.toString();
  }
}
