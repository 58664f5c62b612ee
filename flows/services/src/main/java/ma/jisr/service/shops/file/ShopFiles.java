package ma.jisr.service.shops.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.exchange.Csv;
import ma.jisr.map.exchange.ReportTable;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.service.shops.Duty;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopFacts;
import org.jspecify.annotations.Nullable;

/** Shops written as tables, with everything that they have: imported again, they are the same. */
public final class ShopFiles {
  private ShopFiles() {}

  /** The table that somebody fills in: a header, and nothing below it. */
  public static byte[] template() {
    try (Csv csv = new Csv()) {
      csv.row(ShopColumns.TEMPLATE);
      return csv.bytes();
    }
  }

  public static byte[] csv(Collection<Shop> shops) {
    try (Csv csv = new Csv()) {
      csv.row(ShopColumns.ALL);
      for (Shop shop : shops) {
        Map<String, String> cells = cells(shop);
        List<String> row = new ArrayList<>();
        for (String column : ShopColumns.ALL) row.add(cells.getOrDefault(column, ""));
        csv.row(row);
      }
      return csv.bytes();
    }
  }

  /** All that a shop says, as one text: the same for equal ones, in any process. */
  static String likeness(Shop shop) {
    return cells(shop).toString();
  }

  /** What a shop says, by column; without what it does not say. */
  private static Map<String, String> cells(Shop shop) {
    ShopFacts facts = shop.facts();
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put(ShopColumns.ID, shop.id());
    cells.put(ShopColumns.CODE, shop.code());
    texts(cells, ShopColumns.NAME, facts.name());
    cells.put(ShopColumns.ALIASES, String.join(" | ", facts.aliases()));
    cells.put(ShopColumns.TRADE, JsonFields.lower(facts.trade()));
    cells.put(ShopColumns.PLACE, facts.place());
    GeoPoint point = facts.point();
    if (point != null) {
      cells.put(ShopColumns.LAT, ReportTable.degrees(point.lat()));
      cells.put(ShopColumns.LON, ReportTable.degrees(point.lon()));
    }
    texts(cells, ShopColumns.LANDMARK, facts.landmark());
    cells.put(ShopColumns.HOURS, facts.hours().usual());
    cells.put(ShopColumns.HOURS_RAMADAN, facts.hours().ramadan());
    cells.put(ShopColumns.FRIDAY_BREAK, facts.hours().fridayBreak());
    cells.put(ShopColumns.SERVICES, ServiceCell.write(facts.services()));
    maybe(cells, ShopColumns.MERCHANT, facts.merchant());
    maybe(cells, ShopColumns.DELIVERY, facts.delivery());
    cells.put(ShopColumns.DUTY, duty(facts.duty()));
    maybe(cells, ShopColumns.SOURCE, facts.source());
    cells.put(ShopColumns.RETIRED, shop.retired() ? "yes" : "no");
    cells.put(ShopColumns.SAMPLE, shop.sample() ? "yes" : "no");
    return cells;
  }

  private static String duty(Duty duty) {
    return duty.spans().stream().map(Duty.Span::toString).collect(Collectors.joining(" "));
  }

  private static void texts(Map<String, String> cells, String prefix, @Nullable LocalText text) {
    if (text == null) return;
    for (Language language : Language.values())
      maybe(cells, prefix + language.tag(), text.byLanguage().get(language));
  }

  private static void maybe(Map<String, String> cells, String column, @Nullable String text) {
    if (text != null) cells.put(column, text);
  }
}
