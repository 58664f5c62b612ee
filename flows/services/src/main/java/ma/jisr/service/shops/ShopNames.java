package ma.jisr.service.shops;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ma.jisr.base.text.TextFold;
import ma.jisr.service.sound.SoundName;

/** The names of a shop as they sound, without the words for its own trade. */
final class ShopNames {
  private ShopNames() {}

  static Set<SoundName> of(Shop shop) {
    Set<SoundName> names = new LinkedHashSet<>();
    for (String name : shop.name().byLanguage().values()) names.add(of(name, shop.trade()));
    for (String alias : shop.facts().aliases()) names.add(of(alias, shop.trade()));
    return names;
  }

  private static SoundName of(String name, Trade trade) {
    ShopWords.Asked read = ShopWords.shipped().read(name);
    List<String> words = read.trade() == trade ? read.rest() : TextFold.words(name);
    SoundName sound = SoundName.of(words);
    return sound.keys().isEmpty() ? SoundName.of(TextFold.words(name)) : sound;
  }
}
