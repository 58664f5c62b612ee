package ma.jisr.service.shops.file;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.map.batch.BatchView;
import ma.jisr.map.batch.Batches;
import ma.jisr.map.change.Change.Subject;
import ma.jisr.map.exchange.HeaderWords;
import ma.jisr.map.exchange.Judged;
import ma.jisr.map.exchange.Outline;
import ma.jisr.map.exchange.Plan;
import ma.jisr.map.exchange.Planner;
import ma.jisr.map.exchange.Publishing;
import ma.jisr.map.exchange.ReportTable;
import ma.jisr.map.exchange.TableHeaders;
import ma.jisr.map.exchange.Traits;
import ma.jisr.map.exchange.sheet.Format;
import ma.jisr.map.exchange.sheet.Sheet;
import ma.jisr.map.exchange.sheet.SheetRow;
import ma.jisr.map.exchange.sheet.Sheets;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopDeed;
import ma.jisr.service.shops.ShopForm;
import ma.jisr.service.shops.ShopRights;
import ma.jisr.service.shops.Shops;
import ma.jisr.store.Store;

/**
 * Shops in and out of tables. A file is judged first, row by row, and then brought in as one batch.
 * Blocks while the store answers: never call it from an event loop.
 */
public final class ShopExchange {
  private static final HeaderWords WORDS =
      HeaderWords.read(ShopExchange.class, "/ma/jisr/service/shops/headers.csv", ShopColumns.READ);

  private static final Outline OUTLINE = Outline.read();

  private static final Traits<Shop> TRAITS =
      new Traits<>(ShopForm.INSTANCE, Shop::place, Shop::code, ShopFiles::likeness);

  private final BatchView view;
  private final Planner<Shop> planner;
  private final Publishing publishing;
  private final Shops shops;
  private final Supplier<Gazetteer> gazetteer;

  /**
   * @param gazetteer the one in use
   */
  public ShopExchange(
      Store store, Shops shops, Supplier<Gazetteer> gazetteer, InstantSource clock) {
    this.view = new BatchView(store);
    this.planner = new Planner<>(store, TRAITS, clock);
    this.shops = shops;
    this.gazetteer = gazetteer;
    this.publishing =
        new Publishing(
            new Batches(store, clock),
            ShopForm.SPEC.name(),
            new Publishing.Told(shops.feed(), Subject.SHOP_BATCH),
            shops.codes(),
            (actor, place) -> may(actor, ShopDeed.IMPORT, place),
            shops::refresh);
  }

  /** The batches of shops. */
  public Publishing publishing() {
    return publishing;
  }

  /**
   * What a file would change, and the report on it. Writes nothing.
   *
   * @param source in words, for the list of batches
   * @param file CSV
   * @param duplicates whether rows are taken that seem to be there already
   * @throws ma.jisr.map.exchange.sheet.BadSheetException when the file cannot be read at all
   */
  public Plan plan(Actor actor, String source, byte[] file, boolean duplicates) {
    Sheet sheet = Sheets.read(file, Format.CSV);
    TableHeaders headers = new TableHeaders(WORDS, sheet);
    List<Shop> stored = stored();
    Set<String> others = new HashSet<>();
    for (int i = 0; ; i++) {
      KnownShops known = new KnownShops(stored);
      others.addAll(known.codes());
      ShopJudge judge =
          new ShopJudge(
              headers,
              known,
              others,
              code -> shops.book().byCode(code).isPresent(),
              place -> may(actor, ShopDeed.IMPORT, place),
              duplicates,
              gazetteer.get(),
              OUTLINE);
      List<Judged<Shop>> rows = new ArrayList<>();
      for (SheetRow row : sheet.rows()) rows.add(judge.judge(row));
      Plan plan =
          planner.plan(actor, source, rows, ReportTable.write(sheet, headers::header, rows));
      // A code that nobody has may be promised to somebody all the same.
      if (!others.addAll(publishing.codesOfOthers(plan)) || i == Publishing.PLANS) return plan;
    }
  }

  private List<Shop> stored() {
    Collection<Versioned<Shop>> stored =
        view.read(ShopForm.SPEC.name(), shops.shelf()::read).values();
    return stored.stream().map(Versioned::thing).toList();
  }

  private boolean may(Actor actor, ShopDeed deed, String place) {
    return ShopRights.allow(actor, deed, gazetteer.get().way(place));
  }

  /** The shops that somebody may take out, by code. */
  public List<Shop> shops(Actor actor) {
    return stored().stream()
        .filter(shop -> may(actor, ShopDeed.EXPORT, shop.place()))
        .sorted(Comparator.comparing((Shop s) -> s.code().length()).thenComparing(Shop::code))
        .toList();
  }
}
