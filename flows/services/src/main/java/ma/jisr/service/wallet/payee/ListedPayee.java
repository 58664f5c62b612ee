package ma.jisr.service.wallet.payee;

import java.util.LinkedHashSet;
import java.util.Set;
import ma.jisr.base.text.TextFold;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.service.sound.SoundIndex;
import ma.jisr.service.sound.SoundName;

/**
 * A payee in the book, with its names read.
 *
 * @param names as they sound
 */
record ListedPayee(Versioned<PayeeEntry> kept, Set<SoundName> names) implements SoundIndex.Named {
  ListedPayee {
    names = Set.copyOf(names);
  }

  static ListedPayee of(Versioned<PayeeEntry> kept) {
    Set<SoundName> names = new LinkedHashSet<>();
    PayeeFacts facts = kept.thing().facts();
    for (String name : facts.name().byLanguage().values()) names.add(sound(name));
    for (String alias : facts.aliases()) names.add(sound(alias));
    return new ListedPayee(kept, names);
  }

  private static SoundName sound(String name) {
    return SoundName.of(TextFold.words(name));
  }

  PayeeEntry payee() {
    return kept.thing();
  }
}
