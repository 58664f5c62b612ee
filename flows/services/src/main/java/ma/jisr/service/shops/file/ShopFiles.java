package ma.jisr.service.shops.file;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import ma.jisr.base.GeoPoint;
import ma.jisr.map.exchange.ReportTable;
import ma.jisr.map.exchange.TableRow;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.service.shops.Duty;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopFacts;

/** Shops written as tables, with everything that they have: imported again, they are the same. */
public final class ShopFiles {
  private ShopFiles() {}

  /** The table that somebody fills in: a header, and nothing below it. */
  public static byte[] template() {
    return TableRow.table(ShopColumns.TEMPLATE, List.of());
  }

  public static byte[] csv(Collection<Shop> shops) {
    return TableRow.table(ShopColumns.ALL, () -> shops.stream().map(ShopFiles::row).iterator());
  }

  /** All that a shop says, as one text: the same for equal ones, in any process. */
  static String likeness(Shop shop) {
    return row(shop).cells().toString();
  }

  /** What a shop says, by column; without what it does not say. */
  private static TableRow row(Shop shop) {
    ShopFacts facts = shop.facts();
    TableRow row = new TableRow();
    row.put(ShopColumns.ID, shop.id());
    row.put(ShopColumns.CODE, shop.code());
    row.texts(ShopColumns.NAME, facts.name());
    row.put(ShopColumns.ALIASES, String.join(" | ", facts.aliases()));
    row.put(ShopColumns.TRADE, JsonFields.lower(facts.trade()));
    row.put(ShopColumns.PLACE, facts.place());
    GeoPoint point = facts.point();
    if (point != null) {
      row.put(ShopColumns.LAT, ReportTable.degrees(point.lat()));
      row.put(ShopColumns.LON, ReportTable.degrees(point.lon()));
    }
    row.texts(ShopColumns.LANDMARK, facts.landmark());
    row.put(ShopColumns.HOURS, facts.hours().usual());
    row.put(ShopColumns.HOURS_RAMADAN, facts.hours().ramadan());
    row.put(ShopColumns.FRIDAY_BREAK, facts.hours().fridayBreak());
    row.put(ShopColumns.SERVICES, ServiceCell.write(facts.services()));
    row.put(ShopColumns.MERCHANT, facts.merchant());
    row.put(ShopColumns.DELIVERY, facts.delivery());
    row.put(ShopColumns.DUTY, duty(facts.duty()));
    row.put(ShopColumns.SOURCE, facts.source());
    row.put(ShopColumns.RETIRED, shop.retired());
    row.put(ShopColumns.SAMPLE, shop.sample());
    return row;
  }

  private static String duty(Duty duty) {
    return duty.spans().stream().map(Duty.Span::toString).collect(Collectors.joining(" "));
  }
}
