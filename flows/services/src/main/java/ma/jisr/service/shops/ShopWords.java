package ma.jisr.service.shops;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.text.PhoneticRuler;
import ma.jisr.base.text.TextFold;
import ma.jisr.map.place.NameIndex;
import ma.jisr.map.table.Table;
import ma.jisr.service.sound.Heard;
import org.jspecify.annotations.Nullable;

/**
 * The words of a question about shops: which name a trade, which ask for who is on duty or near,
 * which say nothing. Compared by sound, the articles and prepositions that grow onto a word left
 * aside.
 */
final class ShopWords {
  private static final String FILE = "/ma/jisr/service/shops/words.csv";

  /** Words of a question that are read; a name has four. */
  private static final int MOST_WORDS = 10;

  /** Sounds of a word of a trade that may be misspelt. */
  private static final int LEAST_MISSPELT = 5;

  /** How far a misspelt word may be from the right one, as a share of its length. */
  private static final double MISSPELT = 0.17;

  private static final ShopWords SHIPPED = new ShopWords();

  private final Map<String, Trade> trades = new HashMap<>();

  /** The sounds of the longer words for trades, and their index. */
  private final List<String> longer;

  private final NameIndex misspelt;

  private final Set<String> duty = new LinkedHashSet<>();
  private final Set<String> near = new LinkedHashSet<>();
  private final Set<String> fillers = new LinkedHashSet<>();

  private ShopWords() {
    Table.resource(
        ShopWords.class,
        FILE,
        row -> {
          for (String word : row.need("words").split("\\|", -1)) add(row.need("means"), word);
          return row.line();
        });
    longer = trades.keySet().stream().filter(key -> key.length() >= LEAST_MISSPELT).toList();
    misspelt = new NameIndex(longer);
  }

  static ShopWords shipped() {
    return SHIPPED;
  }

  private void add(String means, String word) {
    switch (means) {
      case "duty" -> duty.add(joined(word));
      case "near" -> near.add(joined(word));
      case "filler" -> fillers.add(String.join(" ", TextFold.words(word)));
      default -> trades.putIfAbsent(joined(word), Trade.valueOf(means.toUpperCase(Locale.ROOT)));
    }
  }

  private static String joined(String words) {
    StringBuilder key = new StringBuilder();
    for (String word : TextFold.words(words)) key.append(Heard.key(word));
    return key.toString();
  }

  /**
   * A question as it was understood.
   *
   * @param trade that it names first; null for none
   * @param duty whether who is on duty is asked for
   * @param near whether what is near is
   * @param rest the words that are a name or a place, as they were folded
   */
  record Asked(@Nullable Trade trade, boolean duty, boolean near, List<String> rest) {
    Asked {
      rest = List.copyOf(rest);
    }
  }

  Asked read(String text) {
    List<String> words = new ArrayList<>();
    for (String word : TextFold.words(text))
      if (words.size() < MOST_WORDS && !fillers.contains(word)) words.add(word);
    Trade trade = null;
    boolean onDuty = false;
    boolean isNear = false;
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String two =
          i + 1 < words.size() ? Heard.key(words.get(i)) + Heard.key(words.get(i + 1)) : "";
      boolean both = !two.isEmpty() && trades.containsKey(two);
      Trade said = both ? trades.get(two) : trade(words.get(i));
      if (is(duty, words.get(i))) {
        onDuty = true;
      } else if (is(near, words.get(i))) {
        isNear = true;
      } else if (said != null && (trade == null || trade == said)) {
        trade = said;
        if (both) i++;
      } else {
        rest.add(words.get(i));
      }
    }
    return new Asked(trade == null && onDuty ? Trade.PHARMACY : trade, onDuty, isNear, rest);
  }

  private boolean is(Set<String> keys, String word) {
    for (String form : Heard.forms(word)) if (keys.contains(form)) return true;
    return false;
  }

  private @Nullable Trade trade(String word) {
    for (String form : Heard.forms(word)) {
      Trade trade = trades.get(form);
      if (trade != null) return trade;
    }
    String key = Heard.key(word);
    if (key.length() < LEAST_MISSPELT) return null;
    PhoneticRuler ruler = new PhoneticRuler(key);
    Trade best = null;
    double least = MISSPELT * key.length();
    for (int i : misspelt.candidates(key, MISSPELT, 0)) {
      String one = longer.get(i);
      double distance = ruler.to(one, least);
      if (distance >= least) continue;
      least = distance;
      best = trades.get(one);
    }
    return best;
  }
}
