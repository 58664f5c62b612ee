package ma.jisr.service.challenges.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ma.jisr.base.text.Digits;
import ma.jisr.base.text.TextFold;
import ma.jisr.service.sound.Heard;
import ma.jisr.service.sound.Sounds;

/**
 * One question about challenges: a code, a theme, or words that are held against the words of each,
 * by sound and by what they mean in any language. For one question, on one thread.
 */
final class ChallengeSearch {
  /** Words of a question that are read. */
  private static final int MOST_WORDS = 10;

  /** The share of what was said that must be found. */
  private static final double LEAST = 0.42;

  /** From this score on a lone winner is taken without asking which. */
  private static final double SURE = 0.6;

  /** How far the second must be behind. */
  private static final double GAP = 0.12;

  /** A misspelt word must be this much like the right one. */
  private static final double ALIKE = 0.8;

  /** Fewer sounds must be the very same. */
  private static final int LEAST_MISSPELT = 4;

  /** A word that one of so many challenges has tells nothing. */
  private static final int COMMON = 3;

  /** But of a handful every word tells. */
  private static final int FEW = 4;

  /** A hit among the others of the same worth: a rarer word tells more. */
  private static final double RARE = 0.2;

  private final ChallengeTable table;
  private final Map<String, Theme> themes;
  private final ChallengeWords known = ChallengeWords.shipped();
  private final Sounds sounds;
  private final int many;

  ChallengeSearch(ChallengeTable table, Map<String, Theme> themes) {
    this.table = table;
    this.themes = themes;
    this.sounds = new Sounds(table.words());
    this.many = Math.max(FEW, table.open().size() / COMMON);
  }

  private record Ranked(Challenge challenge, double score) {}

  ChallengeMatches find(String text, int most) {
    List<String> words = known.telling(TextFold.words(Digits.western(text)));
    if (words.size() > MOST_WORDS) words = words.subList(0, MOST_WORDS);
    if (words.isEmpty()) return ChallengeMatches.NONE;
    Optional<Challenge> coded = coded(words);
    if (coded.isPresent()) return new ChallengeMatches(List.of(coded.get()), true, null);
    List<Set<String>> subjects = known.each(words);
    Optional<Theme> theme =
        words.size() == 1 && themes.containsKey(words.getFirst())
            ? Optional.ofNullable(themes.get(words.getFirst()))
            : theme(subjects);
    if (theme.isPresent()) return new ChallengeMatches(List.of(), false, theme.get());
    return ranked(words, subjects, most);
  }

  /** "2.4", "2,4", "24": nothing but digits. */
  private Optional<Challenge> coded(List<String> words) {
    List<String> codes = new ArrayList<>();
    String all = String.join("", words);
    for (int i = 0; i < all.length(); i++)
      if (all.charAt(i) < '0' || all.charAt(i) > '9') return Optional.empty();
    if (words.size() == 2) codes.add(words.getFirst() + "." + words.getLast());
    if (words.size() == 1)
      for (int i = 1; i < Math.min(3, all.length()); i++)
        codes.add(all.substring(0, i) + "." + all.substring(i));
    for (String code : codes) {
      ListedChallenge found = table.byCode(code);
      if (found != null && found.challenge().state() != Challenge.State.DRAFT)
        return Optional.of(found.challenge());
    }
    return Optional.empty();
  }

  /** The one theme that every word names. */
  private Optional<Theme> theme(List<Set<String>> subjects) {
    return themes.values().stream()
        .filter(
            theme ->
                subjects.stream().allMatch(of -> of.contains(ChallengeWords.theme(theme.id()))))
        .findFirst();
  }

  private ChallengeMatches ranked(List<String> words, List<Set<String>> subjects, int most) {
    Map<ListedChallenge, Double> scores = new HashMap<>();
    for (int i = 0; i < words.size(); i++)
      hits(words.get(i), subjects.get(i))
          .forEach((challenge, hit) -> scores.merge(challenge, hit, Double::sum));
    List<Ranked> ranked = new ArrayList<>();
    scores.forEach(
        (listed, score) -> {
          double share = score / words.size();
          if (share >= LEAST) ranked.add(new Ranked(listed.challenge(), share));
        });
    if (ranked.isEmpty()) return ChallengeMatches.NONE;
    ranked.sort(
        Comparator.comparingDouble((Ranked one) -> -one.score())
            .thenComparing(one -> one.challenge().code(), ChallengeCode.ORDER));
    double first = ranked.getFirst().score();
    double second = ranked.size() > 1 ? ranked.get(1).score() : 0;
    return new ChallengeMatches(
        ranked.stream().limit(most).map(Ranked::challenge).toList(),
        first >= SURE && first - second >= GAP,
        null);
  }

  /** What one word is worth to each challenge that has it, or means it. */
  private Map<ListedChallenge, Double> hits(String word, Set<String> subjects) {
    Map<String, Double> like = new HashMap<>();
    for (String form : Heard.forms(word)) {
      sounds
          .like(form)
          .forEach(
              (key, alike) -> {
                // A word that is known is not another one misspelt.
                boolean near =
                    subjects.isEmpty() && alike >= ALIKE && form.length() >= LEAST_MISSPELT;
                if (alike == 1 || near) like.merge(key, alike, Math::max);
              });
    }
    for (String subject : subjects) like.put(subject, 1.0);
    Map<ListedChallenge, Double> hits = new HashMap<>();
    for (ListedChallenge challenge : candidates(like.keySet(), subjects))
      like.forEach(
          (key, alike) -> {
            double worth = challenge.words().getOrDefault(key, 0.0);
            int found = table.frequency(key);
            if (worth == 0 || found > many) return;
            hits.merge(challenge, alike * worth * (1 - RARE + RARE / found), Math::max);
          });
    return hits;
  }

  private Set<ListedChallenge> candidates(Set<String> keys, Set<String> subjects) {
    Set<ListedChallenge> all = new LinkedHashSet<>(table.words().of(keys));
    if (!subjects.isEmpty()) all.addAll(table.open());
    return all;
  }
}
