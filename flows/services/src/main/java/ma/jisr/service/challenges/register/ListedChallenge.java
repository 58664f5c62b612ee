package ma.jisr.service.challenges.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ma.jisr.base.LocalText;
import ma.jisr.base.text.TextFold;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.service.sound.Heard;
import ma.jisr.service.sound.SoundIndex;
import ma.jisr.service.sound.SoundName;

/**
 * A challenge in the book, with its words read.
 *
 * @param names its title, goal and questions as they sound, in all languages
 * @param words the sounds of its words and the subjects that they name, with what each is worth
 */
record ListedChallenge(Versioned<Challenge> kept, Set<SoundName> names, Map<String, Double> words)
    implements SoundIndex.Named {
  /** What a word is worth by where it stands: who searches names the thing, not a detail. */
  private static final double TITLE = 1;

  private static final double GOAL = 0.9;
  private static final double QUESTION = 0.85;

  /** A word that only means the same is worth less than the word. */
  private static final double MEANT = 0.95;

  ListedChallenge {
    names = Set.copyOf(names);
    words = Map.copyOf(words);
  }

  static ListedChallenge of(Versioned<Challenge> kept) {
    Words words = Shipped.WORDS.get(kept.thing());
    return words == null ? listed(kept, words(kept.thing())) : listed(kept, words);
  }

  private static ListedChallenge listed(Versioned<Challenge> kept, Words words) {
    return new ListedChallenge(kept, words.names(), words.worth());
  }

  /** What is read of a challenge. */
  private record Words(Set<SoundName> names, Map<String, Double> worth) {}

  /** Those of the challenges that come with the product, read once. */
  private static final class Shipped {
    static final Map<Challenge, Words> WORDS =
        Starter.shipped().challenges().values().stream()
            .collect(Collectors.toUnmodifiableMap(one -> one, ListedChallenge::words));
  }

  private static Words words(Challenge challenge) {
    Set<SoundName> names = new LinkedHashSet<>();
    Map<String, Double> words = new HashMap<>();
    ChallengeFacts facts = challenge.facts();
    read(facts.title(), TITLE, names, words);
    read(facts.goal(), GOAL, names, words);
    for (LocalText question : facts.questions()) read(question, QUESTION, names, words);
    return new Words(Set.copyOf(names), Map.copyOf(words));
  }

  private static void read(
      LocalText text, double worth, Set<SoundName> names, Map<String, Double> words) {
    ChallengeWords known = ChallengeWords.shipped();
    for (String one : text.byLanguage().values()) {
      List<String> folded = known.telling(TextFold.words(one));
      if (folded.isEmpty()) continue;
      names.add(SoundName.of(folded));
      for (String word : folded)
        for (String form : Heard.forms(word)) words.merge(form, worth, Math::max);
      Collection<String> subjects = known.subjects(folded);
      for (String subject : subjects) words.merge(subject, worth * MEANT, Math::max);
    }
  }

  Challenge challenge() {
    return kept.thing();
  }
}
