package ma.jisr.service.challenges.register;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import ma.jisr.map.ledger.Book;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.service.sound.SoundIndex;
import org.jspecify.annotations.Nullable;

/** All challenges in memory, by code and sound. Readers never wait. Safe on any thread. */
final class ChallengeTable implements Book.Sorted<Challenge> {
  private final Map<String, ListedChallenge> byCode =
      new ConcurrentSkipListMap<>(ChallengeCode.ORDER);
  private final Map<String, Integer> frequency = new ConcurrentHashMap<>();
  private final SoundIndex<ListedChallenge> words = new SoundIndex<>();

  /** Takes a challenge over as it is; an older version than that which is known is ignored. */
  @Override
  public synchronized void put(Versioned<Challenge> kept) {
    ListedChallenge before = byCode.get(kept.thing().code());
    if (before != null && before.kept().version() > kept.version()) return;
    if (before != null && before.kept().equals(kept)) return;
    if (before != null) drop(before);
    ListedChallenge next = ListedChallenge.of(kept);
    byCode.put(kept.thing().code(), next);
    if (!next.challenge().open()) return;
    words.add(next);
    for (String word : next.words().keySet()) frequency.merge(word, 1, Integer::sum);
  }

  /** Drops a challenge that is no longer kept: a batch had made it, and was taken back. */
  @Override
  public synchronized void remove(String code) {
    ListedChallenge gone = byCode.get(code);
    if (gone != null) drop(gone);
  }

  private void drop(ListedChallenge gone) {
    byCode.remove(gone.challenge().code(), gone);
    if (!gone.challenge().open()) return;
    words.remove(gone);
    for (String word : gone.words().keySet())
      frequency.computeIfPresent(word, (_, n) -> n == 1 ? null : n - 1);
  }

  @Nullable ListedChallenge byCode(String code) {
    return ChallengeCode.isCode(code) ? byCode.get(code) : null;
  }

  /** All, drafts and closed ones too, by code. */
  Collection<ListedChallenge> all() {
    return byCode.values();
  }

  /** Those that people find, by code. */
  List<ListedChallenge> open() {
    return byCode.values().stream().filter(one -> one.challenge().open()).toList();
  }

  SoundIndex<ListedChallenge> words() {
    return words;
  }

  /** In how many of those that people find a word or subject is. */
  int frequency(String word) {
    return frequency.getOrDefault(word, 0);
  }

  @Override
  public void settle() {
    words.settle();
  }

  @Override
  public int size() {
    return byCode.size();
  }
}
