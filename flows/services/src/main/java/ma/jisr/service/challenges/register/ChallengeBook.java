package ma.jisr.service.challenges.register;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.map.ledger.Book;
import ma.jisr.map.ledger.Versioned;

/**
 * The challenges that people ask for, in memory: by theme, by code, in words of any language.
 * Readers never wait; a change is there for the next of them. Safe on any thread.
 */
public final class ChallengeBook extends Book<Challenge, ChallengeTable> {
  private final Map<String, Theme> themes;

  /**
   * @param themes by id, in the order of the menu
   */
  public ChallengeBook(Map<String, Theme> themes) {
    super(ChallengeTable::new);
    this.themes = themes;
  }

  /** In the order of the menu. */
  public Collection<Theme> themes() {
    return themes.values();
  }

  public Optional<Theme> theme(String id) {
    return Optional.ofNullable(themes.get(id));
  }

  /** The challenge of a code, whatever its state. */
  public Optional<Challenge> byCode(String code) {
    return Optional.ofNullable(sorted().byCode(code)).map(ListedChallenge::challenge);
  }

  /** Those of a theme that are open, by code. */
  public List<Challenge> of(String theme) {
    return sorted().open().stream()
        .map(ListedChallenge::challenge)
        .filter(challenge -> challenge.theme().equals(theme))
        .toList();
  }

  /** All as they are kept, drafts and closed ones too, by code. */
  public List<Versioned<Challenge>> all() {
    return sorted().all().stream().map(ListedChallenge::kept).toList();
  }

  /** Those that somebody answers for who goes by a pseudonym: see {@link Keeper#who}. */
  public List<Challenge> keptBy(String who) {
    return sorted().all().stream()
        .map(ListedChallenge::challenge)
        .filter(one -> one.facts().keepers().stream().anyMatch(k -> k.who().equals(who)))
        .toList();
  }

  /**
   * What a text may mean: a code, a theme, or words of what a challenge says.
   *
   * @param most challenges to tell
   */
  public ChallengeMatches search(String text, int most) {
    return new ChallengeSearch(sorted(), themes).find(text, most);
  }
}
