package ma.jisr.service.shops;

import java.util.Set;
import ma.jisr.map.hours.OpeningHours;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.service.sound.SoundIndex;
import ma.jisr.service.sound.SoundName;

/**
 * A shop in the book, with its hours and names read.
 *
 * @param names as they sound
 */
record ListedShop(Versioned<Shop> kept, OpeningHours hours, Set<SoundName> names)
    implements SoundIndex.Named {
  ListedShop {
    names = Set.copyOf(names);
  }

  Shop shop() {
    return kept.thing();
  }
}
