package ma.jisr.service.shops;

import java.util.List;

/**
 * What a text about a shop may mean.
 *
 * @param shops best first; empty when nothing is alike
 * @param sure whether the first is meant beyond doubt and need not be asked back
 */
public record ShopMatches(List<Shop> shops, boolean sure) {
  public static final ShopMatches NONE = new ShopMatches(List.of(), false);

  public ShopMatches {
    shops = List.copyOf(shops);
  }
}
