package ma.jisr.service.shops;

import java.util.List;
import ma.jisr.map.ledger.Coding;
import ma.jisr.store.CollectionSpec;

/** The codes of shops as they are given out: see {@link ShopCode}. */
public final class ShopCoding implements Coding {
  public static final ShopCoding INSTANCE = new ShopCoding();

  public static final CollectionSpec SPEC =
      new CollectionSpec("shop_codes", CollectionSpec.Area.LIVE, List.of());

  /** The first of each length, without its check digit; up to the last there are 8/2 as many. */
  private static final int[] FIRST = {200, 2_000, 20_000, 200_000};

  private ShopCoding() {}

  @Override
  public CollectionSpec spec() {
    return SPEC;
  }

  @Override
  public String field() {
    return "shop";
  }

  @Override
  public int lengths() {
    return FIRST.length;
  }

  @Override
  public long capacity(int length) {
    return FIRST[length] * 4L;
  }

  @Override
  public String code(int length, long number) {
    return ShopCode.of(FIRST[length] + number);
  }
}
