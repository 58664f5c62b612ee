package ma.jisr.service.challenges.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.LocalText;
import ma.jisr.map.exchange.Likeness;
import ma.jisr.service.challenges.register.Challenge;
import org.jspecify.annotations.Nullable;

/** The challenges that are there, by code and by what they are called. Grows; for one import. */
final class KnownChallenges {
  private final Map<String, Challenge> stored = new HashMap<>();
  private final Map<String, Challenge> byCode = new HashMap<>();
  private final Map<String, List<Entry>> byTheme = new HashMap<>();

  /**
   * One that is there.
   *
   * @param line of the row that said so; 0 for what was there before
   * @param titles how its title sounds in each of its languages, whose digits may be letters
   */
  record Entry(Challenge challenge, long line, List<Likeness> titles) {
    Entry {
      titles = List.copyOf(titles);
    }

    boolean isLike(List<Likeness> others) {
      return titles.stream().anyMatch(one -> others.stream().anyMatch(one::isLike));
    }
  }

  /**
   * @param starter by code, what there is where nobody has changed it
   */
  KnownChallenges(Collection<Challenge> stored, Map<String, Challenge> starter) {
    byCode.putAll(starter);
    for (Challenge challenge : stored) {
      this.stored.put(challenge.code(), challenge);
      byCode.put(challenge.code(), challenge);
    }
    for (Challenge challenge : byCode.values())
      if (challenge.state() != Challenge.State.CLOSED) add(challenge, 0);
  }

  Optional<Challenge> code(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** What is stored of a code; null for what only came with the product. */
  @Nullable Challenge stored(String code) {
    return stored.get(code);
  }

  void add(Challenge challenge, long line) {
    byTheme
        .computeIfAbsent(challenge.theme(), _ -> new ArrayList<>())
        .add(new Entry(challenge, line, titles(challenge)));
  }

  private static List<Likeness> titles(Challenge challenge) {
    return challenge.title().byLanguage().values().stream()
        .map(text -> Likeness.of(LocalText.same(text)))
        .toList();
  }

  /** Another challenge of the same theme and place that is called alike. */
  Optional<Entry> twin(Challenge challenge) {
    List<Likeness> titles = titles(challenge);
    for (Entry entry : byTheme.getOrDefault(challenge.theme(), List.of())) {
      Challenge other = entry.challenge();
      boolean another = !other.code().equals(challenge.code());
      if (another && other.place().equals(challenge.place()) && entry.isLike(titles))
        return Optional.of(entry);
    }
    return Optional.empty();
  }
}
