package ma.jisr.map.hotspot;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.position.Country;
import org.jspecify.annotations.Nullable;

/** What a hotspot's facts must be beyond being well formed, and where they put it. */
final class FactsCheck {
  /** What goes into addresses and file names unescaped. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1," + Hotspot.MAX_ID + "}");

  private final Supplier<Gazetteer> gazetteer;

  FactsCheck(Supplier<Gazetteer> gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** What is wrong, in English, naming the field; "" when nothing is. */
  String problem(Facts facts) {
    if (gazetteer.get().area(facts.place()).isEmpty()) return "place: not in the gazetteer";
    if (!Country.contains(facts.point())) return "lat, lon: outside the country";
    return "";
  }

  /** The same for the id and code that somebody wants; null for none. */
  String problem(@Nullable String id, @Nullable String code) {
    if (id != null && !ID.matcher(id).matches())
      return "id: not 1 to " + Hotspot.MAX_ID + " letters, digits, dots, colons and dashes";
    if (code != null && !Hotspot.CODE.matcher(code).matches())
      return "code: not four to seven digits that begin with 1";
    return "";
  }

  /** The ids of a place and of what it lies in; of one that is no longer there only its own. */
  List<String> way(String place) {
    return gazetteer.get().way(place);
  }
}
