package ma.jisr.service.shops;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Assurance;
import ma.jisr.flow.operation.FieldType;
import ma.jisr.flow.operation.FieldType.Kind;
import ma.jisr.flow.operation.Operation;
import ma.jisr.service.hotspots.HoursWords;

/** What can be asked about shops. Longer texts are cut to these lengths at run time. */
final class ShopOperations {
  /** Longest label of a list, a name and its place: three of them fit one screen. */
  static final int LABEL = 36;

  /** The same for Arabic letters: two fit one screen of 80 units. */
  static final int LABEL_ARABIC = 24;

  /** Longest name in a sentence. */
  static final int NAME = 32;

  /** Longest landmark: half a USSD screen in Arabic letters. */
  static final int WAY = 40;

  /** Longest name of a delivery cooperative. */
  static final int DELIVERY = 40;

  /** A merchant's code. */
  private static final int MERCHANT = 10;

  /** Most choices: they fit one screen with their places. */
  static final int CHOICES = 3;

  private static final FieldType SHOP = FieldType.item(LABEL, Map.of());

  /** {@code shop} is there where one is meant beyond doubt. */
  static final Operation SEARCH =
      query(
          "shops.search",
          Map.of(
              "text",
              FieldType.words(Kind.TEXT, 0),
              "near",
              FieldType.item(LABEL, Map.of()).orAbsent()),
          Map.of("shop", SHOP.orAbsent(), "shops", FieldType.items(LABEL, CHOICES, Map.of())),
          "sure",
          "several",
          "none",
          "where");

  static final Operation SHOW = query("shops.show", Map.of("shop", SHOP), shown(), "found", "gone");

  static final List<Operation> ALL = List.of(SEARCH, SHOW);

  private ShopOperations() {}

  private static Map<String, FieldType> shown() {
    Map<String, FieldType> fields = new HashMap<>();
    fields.put("name", FieldType.words(Kind.LOCAL, NAME));
    fields.put("code", FieldType.words(Kind.TEXT, ShopCode.MOST));
    fields.put("way", FieldType.words(Kind.LOCAL, WAY).orAbsent());
    fields.put("hours", FieldType.words(Kind.LOCAL, HoursWords.LONGEST));
    fields.put("merchant", FieldType.words(Kind.TEXT, MERCHANT).orAbsent());
    fields.put("delivery", FieldType.words(Kind.LOCAL, DELIVERY).orAbsent());
    return fields;
  }

  private static Operation query(
      String name, Map<String, FieldType> takes, Map<String, FieldType> gives, String... outcomes) {
    return new Operation(
        name, Operation.Kind.QUERY, takes, gives, List.of(outcomes), Set.of(), Assurance.CLAIMED);
  }
}
