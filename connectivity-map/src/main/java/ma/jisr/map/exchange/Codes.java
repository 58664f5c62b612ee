package ma.jisr.map.exchange;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import ma.jisr.map.hotspot.HotspotCoding;
import ma.jisr.map.hotspot.HotspotMap;
import ma.jisr.map.ledger.CodeBook;

/** The codes that a file may give to its hotspots. For one file; nothing is taken in earnest. */
final class Codes {
  private final Set<String> taken;
  private final HotspotMap map;

  /**
   * @param taken codes of hotspots that are kept
   * @param map that has samples too
   */
  Codes(Collection<String> taken, HotspotMap map) {
    this.taken = new HashSet<>(taken);
    this.map = map;
  }

  boolean isTaken(String code) {
    return taken.contains(code);
  }

  void take(String code) {
    taken.add(code);
  }

  /** The code that follows from a hotspot's id: the same in every process, in any order of rows. */
  String free(String id) {
    return CodeBook.proposed(
        HotspotCoding.INSTANCE,
        id,
        taken.size(),
        code ->
            taken.contains(code) || map.byCode(code).filter(h -> !h.id().equals(id)).isPresent());
  }
}
