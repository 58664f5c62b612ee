package ma.jisr.service.shops.file;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.exchange.Note;
import ma.jisr.map.exchange.Numbers;
import ma.jisr.map.exchange.RefusalException;
import ma.jisr.map.exchange.Remark;
import ma.jisr.map.exchange.Told;
import ma.jisr.map.hours.Timetable;
import ma.jisr.map.place.Place;
import ma.jisr.service.shops.Duty;
import ma.jisr.service.shops.ShopFacts;
import ma.jisr.service.shops.ShopService;
import ma.jisr.service.shops.Trade;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a row tells of a shop, over those that were known: what the file has no column for
 * stays as it was.
 */
final class ShopReader {
  private final Told told;
  private final @Nullable ShopFacts before;
  private final List<Note> notes;

  ShopReader(Told told, @Nullable ShopFacts before, List<Note> notes) {
    this.told = told;
    this.before = before;
    this.notes = notes;
  }

  /**
   * @param point of the row; null when it tells none
   * @throws RefusalException when it tells too little, or something that cannot be
   */
  ShopFacts read(@Nullable GeoPoint point, Place place) {
    LocalText name = texts(ShopColumns.NAME, before == null ? null : before.name());
    if (name == null) throw new RefusalException(Note.of(Remark.NAME_MISSING));
    try {
      return new ShopFacts(
          name,
          aliases(),
          trade(),
          place.id(),
          point == null && before != null ? before.point() : point,
          texts(ShopColumns.LANDMARK, before == null ? null : before.landmark()),
          told.hours(before == null ? Timetable.UNKNOWN : before.hours(), notes),
          services(),
          merchant(),
          told.maybe(ShopColumns.DELIVERY, before == null ? null : before.delivery()),
          duty(),
          told.maybe(ShopColumns.SOURCE, before == null ? null : before.source()));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new RefusalException(Remark.BAD_ROW, "", String.valueOf(e.getMessage()));
    }
  }

  private Trade trade() {
    String cell = told.get(ShopColumns.TRADE);
    if (cell.isEmpty()) {
      if (before != null) return before.trade();
      notes.add(new Note(Remark.ASSUMED, ShopColumns.TRADE, "other"));
      return Trade.OTHER;
    }
    Optional<Trade> trade = Trade.of(cell);
    if (trade.isEmpty()) throw new RefusalException(Remark.BAD_VALUE, ShopColumns.TRADE, cell);
    return trade.get();
  }

  private List<String> aliases() {
    if (!told.has(ShopColumns.ALIASES)) return before == null ? List.of() : before.aliases();
    return split(told.get(ShopColumns.ALIASES), "\\|");
  }

  private List<ShopService> services() {
    List<ShopService> known = before == null ? List.of() : before.services();
    if (!told.has(ShopColumns.SERVICES)) return known;
    String cell = told.get(ShopColumns.SERVICES);
    return cell.isEmpty() ? List.of() : ServiceCell.read(cell, known);
  }

  /** Digits, whatever a spreadsheet has made of them. */
  private @Nullable String merchant() {
    String cell = told.get(ShopColumns.MERCHANT);
    Numbers.refuseScientific(ShopColumns.MERCHANT, cell);
    if (cell.isEmpty())
      return told.maybe(ShopColumns.MERCHANT, before == null ? null : before.merchant());
    return Numbers.whole(cell);
  }

  private Duty duty() {
    if (!told.has(ShopColumns.DUTY)) return before == null ? Duty.NONE : before.duty();
    List<Duty.Span> spans = new ArrayList<>();
    for (String span : split(told.get(ShopColumns.DUTY), "[\\s,;]+"))
      spans.add(Duty.Span.parse(span));
    return new Duty(spans);
  }

  private static List<String> split(String cell, String by) {
    List<String> parts = new ArrayList<>();
    for (String part : cell.split(by, -1)) if (!part.isBlank()) parts.add(part.strip());
    return parts;
  }

  private @Nullable LocalText texts(String prefix, @Nullable LocalText known) {
    Map<Language, String> texts = told.texts(prefix, known);
    return texts.isEmpty() ? null : new LocalText(texts);
  }
}
