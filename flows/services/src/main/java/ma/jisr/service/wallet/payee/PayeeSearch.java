package ma.jisr.service.wallet.payee;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ma.jisr.base.text.TextFold;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.table.Table;
import ma.jisr.service.sound.Heard;
import ma.jisr.service.sound.SoundName;
import ma.jisr.service.sound.Sounds;
import ma.jisr.service.wallet.port.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One question about payees: its words, without those that name no one, against the names of each
 * and the name of its place. For one question, on one thread.
 */
final class PayeeSearch {
  /** Words of a question that are read. */
  private static final int MOST_WORDS = 8;

  /** Below this nothing is meant. */
  private static final double LEAST = 0.72;

  /** From this score on a lone winner is taken without asking which. */
  private static final double SURE = 0.86;

  /** How far the second must be behind. */
  private static final double GAP = 0.07;

  /** For being where who asks is at home. */
  private static final double HOME = 0.08;

  /** Words that name no one: "shop", "bill", "to". */
  private static final Set<String> FILLERS = fillers();

  private final PayeeTable table;
  private final Gazetteer gazetteer;
  private final @Nullable Kind kind;
  private final String near;
  private final Sounds sounds;

  /**
   * @param kind only these; null for all
   * @param near the id of the place of who asks; "" when nobody knows
   */
  PayeeSearch(PayeeTable table, Gazetteer gazetteer, @Nullable Kind kind, String near) {
    this.table = table;
    this.gazetteer = gazetteer;
    this.kind = kind;
    this.near = near;
    this.sounds = new Sounds(table.words());
  }

  private record Ranked(PayeeEntry payee, double score) {}

  PayeeMatches find(String text, int most) {
    List<List<String>> said = new ArrayList<>();
    for (String word : TextFold.words(text))
      if (said.size() < MOST_WORDS && !FILLERS.contains(word)) said.add(Heard.forms(word));
    List<Ranked> ranked = new ArrayList<>();
    for (ListedPayee listed : named(said)) {
      PayeeEntry payee = listed.payee();
      if (kind != null && payee.kind() != kind) continue;
      double like = likeness(listed, said);
      if (like < LEAST) continue;
      boolean home = !near.isEmpty() && payee.place().equals(near);
      ranked.add(new Ranked(payee, like + (home ? HOME : 0)));
    }
    if (ranked.isEmpty()) return PayeeMatches.NONE;
    ranked.sort(
        Comparator.comparingDouble((Ranked one) -> -one.score())
            .thenComparing(one -> one.payee().code()));
    double first = ranked.getFirst().score();
    double second = ranked.size() > 1 ? ranked.get(1).score() : 0;
    return new PayeeMatches(
        ranked.stream().limit(most).map(Ranked::payee).toList(),
        first >= SURE && first - second >= GAP);
  }

  private Set<ListedPayee> named(List<List<String>> said) {
    Set<String> keys = new LinkedHashSet<>();
    for (List<String> forms : said)
      for (String form : forms) keys.addAll(sounds.like(form).keySet());
    if (said.size() > 1) keys.addAll(sounds.together(SoundName.joined(said)).keySet());
    return table.words().of(keys);
  }

  /** How much of what was said is one of its names, alone or with that of its place. */
  private double likeness(ListedPayee listed, List<List<String>> said) {
    double best = 0;
    for (SoundName name : listed.names()) best = Math.max(best, name.likeness(said, sounds));
    Set<String> place = place(listed.payee());
    if (place.isEmpty()) return best;
    List<List<String>> rest = new ArrayList<>(said);
    rest.removeIf(forms -> forms.stream().anyMatch(place::contains));
    if (rest.isEmpty() || rest.size() == said.size()) return best;
    for (SoundName name : listed.names()) best = Math.max(best, name.likeness(rest, sounds));
    return best;
  }

  /** The sounds of the words of its place's name. */
  private Set<String> place(PayeeEntry payee) {
    Set<String> keys = new HashSet<>();
    gazetteer.area(payee.place()).map(Area::name).stream()
        .flatMap(name -> name.byLanguage().values().stream())
        .flatMap(name -> TextFold.words(name).stream())
        .forEach(word -> keys.add(Heard.key(word)));
    return keys;
  }

  private static Set<String> fillers() {
    Set<String> words = new HashSet<>();
    Table.resource(
        PayeeSearch.class,
        "/ma/jisr/service/wallet/payee/fillers.csv",
        row -> {
          words.addAll(TextFold.words(row.need("word")));
          return row.line();
        });
    return Set.copyOf(words);
  }
}
