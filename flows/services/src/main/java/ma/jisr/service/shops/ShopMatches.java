package ma.jisr.service.shops;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a text about a shop may mean.
 *
 * @param shops best first; empty when nothing is alike
 * @param sure whether the first is meant beyond doubt and need not be asked back
 * @param trade that was named; null for none. With no shops it is worth asking where
 */
public record ShopMatches(List<Shop> shops, boolean sure, @Nullable Trade trade) {
  public static final ShopMatches NONE = new ShopMatches(List.of(), false, null);

  public ShopMatches {
    shops = List.copyOf(shops);
  }
}
