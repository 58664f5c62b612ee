package ma.jisr.map.source;

import java.util.List;
import java.util.Map;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.LocalText;
import ma.jisr.map.place.Level;
import ma.jisr.map.place.PlaceCode;

/**
 * What one row of a file says of a place, whatever the format.
 *
 * @param line of the file, from 1
 * @param ours whether it is the operator's own file, whose word counts more than what is known;
 *     else it only fills what is missing
 * @param level what the place is
 * @param codes what the file calls it; may be empty
 * @param name French always
 * @param doubtful whether its Arabic name is one of several that are said: not to be put in the
 *     place of a known one
 * @param variants other names and spellings, in any script
 * @param province a code of its province; "" when its point decides
 * @param commune the HCP code of the commune in which it lies; "" when its point decides
 * @param point somewhere in it
 * @param approximate whether the point may be some kilometres off
 * @param population 0 when unknown
 */
record PlaceRow(
    long line,
    boolean ours,
    Level level,
    Map<PlaceCode, String> codes,
    LocalText name,
    boolean doubtful,
    List<String> variants,
    String province,
    String commune,
    GeoPoint point,
    boolean approximate,
    long population) {
  PlaceRow {
    codes = Map.copyOf(codes);
    variants = List.copyOf(variants);
  }
}
