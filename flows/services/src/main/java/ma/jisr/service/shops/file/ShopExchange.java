package ma.jisr.service.shops.file;

import java.time.InstantSource;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Supplier;
import ma.jisr.map.change.Change.Subject;
import ma.jisr.map.exchange.HeaderWords;
import ma.jisr.map.exchange.Judged;
import ma.jisr.map.exchange.Outline;
import ma.jisr.map.exchange.Publishing;
import ma.jisr.map.exchange.TableExchange;
import ma.jisr.map.exchange.TableHeaders;
import ma.jisr.map.exchange.Traits;
import ma.jisr.map.exchange.sheet.SheetRow;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopDeed;
import ma.jisr.service.shops.ShopForm;
import ma.jisr.service.shops.ShopRights;
import ma.jisr.service.shops.Shops;
import ma.jisr.store.Store;

/** Shops in and out of tables. */
public final class ShopExchange extends TableExchange<Shop> {
  private static final HeaderWords WORDS =
      HeaderWords.read(ShopExchange.class, "/ma/jisr/service/shops/headers.csv", ShopColumns.READ);

  private static final Outline OUTLINE = Outline.read();

  private static final Traits<Shop> TRAITS =
      new Traits<>(ShopForm.INSTANCE, Shop::place, Shop::code, ShopFiles::likeness);

  private static final Rights RIGHTS =
      new Rights(
          (actor, way) -> ShopRights.allow(actor, ShopDeed.IMPORT, way),
          (actor, way) -> ShopRights.allow(actor, ShopDeed.EXPORT, way));

  private final Shops shops;

  /**
   * @param gazetteer the one in use
   */
  public ShopExchange(
      Store store, Shops shops, Supplier<Gazetteer> gazetteer, InstantSource clock) {
    super(
        store,
        new Table<>(
            TRAITS,
            WORDS,
            shops.shelf(),
            shops.codes(),
            RIGHTS,
            new Publishing.Told(shops.feed(), Subject.SHOP_BATCH),
            shops::refresh),
        gazetteer,
        clock);
    this.shops = shops;
  }

  @Override
  protected Function<SheetRow, Judged<Shop>> judge(TableHeaders headers, Judging<Shop> by) {
    return new ShopJudge(
            headers,
            new KnownShops(by.stored()),
            by.taken(),
            code -> shops.book().byCode(code).isPresent(),
            by.may(),
            by.duplicates(),
            by.gazetteer(),
            OUTLINE)
        ::judge;
  }

  @Override
  public byte[] write(String format, Collection<Shop> things) {
    return ShopFiles.csv(things);
  }
}
