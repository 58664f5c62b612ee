package ma.jisr.service.hotspots;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ma.jisr.base.Assurance;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.FieldType.Kind;
import ma.jisr.flow.operation.Operation;
import ma.jisr.map.hotspot.Hotspot;
import ma.jisr.map.hotspot.HotspotTable;
import ma.jisr.nlp.value.ConditionReader;

/**
 * What can be asked about places and hotspots. Lengths are those of the longest text in any
 * language: names are cut to them at run time.
 */
final class HotspotOperations {
  /** Longest label of a list: what a USSD line holds beside its digit (some 26 characters). */
  static final int LABEL = 24;

  /** The same for Arabic letters: three lines, a place and the keys within 80 units. */
  static final int LABEL_ARABIC = 16;

  /** Longest name of a region: Tanger-Tétouan-Al Hoceima. */
  static final int REGION = 25;

  /** Most choices for a doubtful name: they fit one screen with their provinces. */
  static final int CHOICES = 4;

  /** Most places of a province that are listed: the largest has 89 communes. */
  static final int LISTED = 100;

  /** The nearest so many. */
  static final int NEAREST = 3;

  private static final FieldType NAME = FieldType.words(Kind.LOCAL, LABEL);
  private static final FieldType CODE = FieldType.words(Kind.TEXT, Hotspot.MAX_CODE);
  private static final FieldType WAY = FieldType.words(Kind.LOCAL, HotspotTable.MAX_WAY).orAbsent();
  private static final FieldType HOURS = FieldType.words(Kind.LOCAL, HoursWords.LONGEST);
  private static final FieldType FEE = FieldType.words(Kind.LOCAL, FeeWords.LONGEST);
  private static final FieldType DISTANCE = FieldType.of(Kind.DISTANCE).orAbsent();
  private static final FieldType DIRECTION =
      FieldType.words(Kind.LOCAL, SectorWords.LONGEST).orAbsent();
  private static final FieldType CHECKED =
      FieldType.words(Kind.LOCAL, CheckedWords.LONGEST).orAbsent();
  private static final FieldType KIND = FieldType.words(Kind.TEXT, 8);

  /** {@code kind} is "hotspot" for one; a place has none and may name its province. */
  static final Map<String, FieldType> PLACE_FIELDS =
      Map.of("kind", KIND.orAbsent(), "province", NAME.orAbsent());

  static final FieldType PLACE = FieldType.item(LABEL, PLACE_FIELDS);

  /**
   * What a list knows of each: what cannot be asked again. All else is asked of the one that is
   * chosen, so that not everybody's list is written with the hours and directions of each.
   */
  private static final Map<String, FieldType> SPOT_FIELDS =
      Map.of("kind", KIND, "distance", DISTANCE, "direction", DIRECTION);

  private static final FieldType SPOT = FieldType.item(LABEL, SPOT_FIELDS);

  static final Operation SEARCH =
      query(
          "places.search",
          Map.of("text", FieldType.words(Kind.TEXT, 0), "near", PLACE.orAbsent()),
          Map.of("places", FieldType.items(LABEL, CHOICES, PLACE_FIELDS)),
          "sure",
          "several",
          "none");

  static final Operation REGIONS =
      query(
          "places.regions",
          Map.of(),
          Map.of("regions", FieldType.items(REGION, 12, PLACE_FIELDS)),
          "found");

  static final Operation PROVINCES =
      query(
          "places.provinces",
          Map.of("region", PLACE),
          Map.of("provinces", FieldType.items(LABEL, 12, PLACE_FIELDS)),
          "found",
          "none");

  /** {@code keys}: only those whose name begins with the letters of these keys. */
  static final Operation TOWNS =
      query(
          "places.towns",
          Map.of("province", PLACE, "keys", FieldType.words(Kind.TEXT, 0).orAbsent()),
          Map.of("towns", FieldType.items(LABEL, LISTED, PLACE_FIELDS)),
          "found",
          "none");

  /** What it has to be, as {@link ConditionReader} says it: free, open, both. */
  private static final FieldType WISH = FieldType.words(Kind.TEXT, 24).orAbsent();

  /** {@code free}: some are near that cost nothing, which was wished; {@code paid}: others are. */
  static final Operation NEAR =
      query(
          "hotspots.near",
          Map.of("place", PLACE, "wish", WISH),
          Map.of("hotspots", FieldType.items(LABEL, NEAREST, SPOT_FIELDS)),
          "found",
          "free",
          "paid",
          "distant",
          "far",
          "none");

  static final Operation SHOW =
      query("hotspots.show", Map.of("hotspot", SPOT), shown(), "found", "gone");

  static final Operation UNMET =
      new Operation(
          "hotspots.unmet",
          Operation.Kind.COMMAND,
          Map.of("place", PLACE, "wish", WISH),
          Map.of(),
          List.of("counted"),
          Set.of(),
          Assurance.CLAIMED);

  static final List<Operation> ALL =
      Stream.concat(
              Stream.of(SEARCH, REGIONS, PROVINCES, TOWNS, NEAR, SHOW, UNMET),
              FieldOperations.ALL.stream())
          .toList();

  private HotspotOperations() {}

  private static Map<String, FieldType> shown() {
    return Map.of(
        "this", PLACE,
        "name", NAME,
        "code", CODE,
        "distance", DISTANCE,
        "direction", DIRECTION,
        "way", WAY,
        "hours", HOURS,
        "fee", FEE,
        "checked", CHECKED);
  }

  private static Operation query(
      String name, Map<String, FieldType> takes, Map<String, FieldType> gives, String... outcomes) {
    return new Operation(
        name, Operation.Kind.QUERY, takes, gives, List.of(outcomes), Set.of(), Assurance.CLAIMED);
  }
}
