package ma.jisr.service.shops;

import java.util.Set;
import ma.jisr.map.hours.OpeningHours;
import ma.jisr.map.ledger.Versioned;

/**
 * A shop in the book, with its hours and names read.
 *
 * @param names as they sound
 */
record ListedShop(Versioned<Shop> kept, OpeningHours hours, Set<ShopName> names) {
  ListedShop {
    names = Set.copyOf(names);
  }

  Shop shop() {
    return kept.thing();
  }
}
