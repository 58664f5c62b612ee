package ma.jisr.map.place;

import java.util.Locale;
import java.util.Optional;

/** Who calls places by codes. A code says that two rows of files are the same place. */
public enum PlaceCode {
  /** The geographic code of the Haut-Commissariat au Plan: "07.161.03.05". */
  HCP,
  /** The same of the centre that has its commune's name. */
  HCP_CENTRE,
  /** The number of GeoNames: "2557500". */
  GEONAMES,
  /** The number of GeoNames for the commune's territory, beside that of its town. */
  GEONAMES_AREA;

  /** As documents write it: "hcp-centre". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one of a {@link #word}; empty for another word. */
  public static Optional<PlaceCode> of(String word) {
    for (PlaceCode code : values()) if (code.word().equals(word)) return Optional.of(code);
    return Optional.empty();
  }
}
