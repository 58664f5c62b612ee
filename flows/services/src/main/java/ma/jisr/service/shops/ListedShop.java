package ma.jisr.service.shops;

import ma.jisr.map.hours.OpeningHours;
import ma.jisr.map.ledger.Versioned;

/** A shop in the book, with its hours read. */
record ListedShop(Versioned<Shop> kept, OpeningHours hours) {
  Shop shop() {
    return kept.thing();
  }
}
