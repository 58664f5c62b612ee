package ma.jisr.nlp.model;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The rankings of short messages that have just been read: most of what people send are a few words
 * that others send, too ("wifi amizmiz"), and reading one costs the models thirty times what
 * finding it here does. A message has one place, which the next one with that place takes. Nothing
 * with a digit in it is kept: numbers, codes and sums are nobody's business afterwards. Safe for
 * use by several threads without locks.
 */
final class Recent {
  /** Places; a power of two. */
  private static final int PLACES = 4_096;

  /** Longer messages are rarely sent twice, characters. With it all of them take some 5 MB. */
  private static final int LONGEST = 40;

  private static final int HIGH_HALF = 16;

  private final AtomicReferenceArray<@Nullable Read> places = new AtomicReferenceArray<>(PLACES);

  private record Read(String text, Ranking ranking) {}

  /** What was found for this very text; null when it has gone or was never kept. */
  @Nullable Ranking of(String text) {
    if (text.length() > LONGEST) return null;
    Read read = places.get(place(text));
    return read != null && read.text().equals(text) ? read.ranking() : null;
  }

  void keep(String text, Ranking ranking) {
    if (text.length() > LONGEST || text.codePoints().anyMatch(Character::isDigit)) return;
    places.set(place(text), new Read(text, ranking));
  }

  private static int place(String text) {
    int hash = text.hashCode();
    return (hash ^ hash >>> HIGH_HALF) & PLACES - 1;
  }
}
