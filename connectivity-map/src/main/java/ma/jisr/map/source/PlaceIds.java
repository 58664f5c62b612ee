package ma.jisr.map.source;

import java.util.Set;
import ma.jisr.map.place.PlaceCode;

/**
 * Gives new places their ids: province and slug; when another place has that, with its GeoNames
 * number, or the last two parts of its HCP code, or its point in thousandths of a degree behind.
 * Who comes first among new places of one name is decided by {@link Matching}'s order, not by the
 * file's; an id that is given is never changed.
 */
final class PlaceIds {
  private final Set<String> taken;

  /**
   * @param taken ids that are given already; those that are given now are added
   */
  PlaceIds(Set<String> taken) {
    this.taken = taken;
  }

  String give(Draft draft) {
    String plain = draft.province() + '.' + Slug.of(draft.rows().getFirst().name());
    if (taken.add(plain)) return plain;
    String own = plain + '-' + own(draft);
    if (taken.add(own)) return own;
    int number = 2;
    while (!taken.add(own + '-' + number)) number++;
    return own + '-' + number;
  }

  private static String own(Draft draft) {
    String geonames = draft.codes().get(PlaceCode.GEONAMES);
    if (geonames != null) return geonames;
    for (PlaceCode kind : new PlaceCode[] {PlaceCode.HCP, PlaceCode.HCP_CENTRE}) {
      String code = draft.codes().get(kind);
      if (code == null) continue;
      String[] parts = code.split("\\.", -1);
      return parts.length < 2 ? parts[0] : parts[parts.length - 2] + parts[parts.length - 1];
    }
    long lat = Math.round(Math.abs(draft.point().lat()) * 1_000);
    long lon = Math.round(Math.abs(draft.point().lon()) * 1_000);
    return lat + "-" + lon;
  }
}
