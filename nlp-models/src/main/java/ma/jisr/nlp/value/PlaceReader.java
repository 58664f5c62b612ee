package ma.jisr.nlp.value;

import java.util.Optional;
import java.util.Set;
import ma.jisr.base.text.TextFold;
import ma.jisr.nlp.Fillers;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place that a message names. A known name counts anywhere, unless it is a word of its
 * own ("safi"); a name that only sounds known counts behind a preposition. To be asked only where
 * the intent takes a place: elsewhere what sounds like one mostly is none. Safe on any thread.
 */
public final class PlaceReader {
  /** Words looked at; a place stands early or the message tells a story. */
  private static final int MAX_PIECES = 60;

  /** "Kelaat M'Gouna", "Had Oulad Frej", "Souk El Arbaa du Gharb". */
  private static final int LONGEST = 5;

  /** Words of a name that is looked up by sound. */
  private static final int LONGEST_SOUND = 3;

  /** Searches by sound in one message: each costs as much as all the rest. */
  private static final int MAX_SOUNDS = 5;

  /** Shorter words sound like anything. */
  private static final int LEAST_SOUND = 4;

  /** In a message so short, a last word that no list knows may be the place: "wifi amzmiz". */
  private static final int SHORT_MESSAGE = 4;

  private static final Set<EntityType> ELSEWHERE =
      Set.of(EntityType.LANGUAGE, EntityType.BILLER, EntityType.THEME);

  private static final String GROWN_ON = "fbldفبلد";

  private final Places places;
  private final Vocabulary vocabulary;
  private final Fillers fillers;

  PlaceReader(Places places, Vocabulary vocabulary, Fillers fillers) {
    this.places = places;
    this.vocabulary = vocabulary;
    this.fillers = fillers;
  }

  /**
   * The place, or nothing.
   *
   * @param known what else was found in the text: no place is looked for in a number or shop's name
   */
  public Optional<Found> read(String text, Entities known) {
    Message message = new Message(EntityReader.cut(text), vocabulary);
    for (Found found : known.all()) if (!ELSEWHERE.contains(found.type())) message.take(found);
    Found called = new Search(message).called();
    return Optional.ofNullable(called == null ? new Search(message).sounding() : called);
  }

  /** One message's search. */
  private final class Search {
    private final Message message;
    private final int size;
    private int sounds;

    Search(Message message) {
      this.message = message;
      this.size = Math.min(MAX_PIECES, message.size());
    }

    /** The best known name: behind "at" before others, longer before shorter. */
    @Nullable Found called() {
      Found best = null;
      int bestRank = 0;
      for (int from = 0; from < size; from++) {
        for (int to = Math.min(size, from + LONGEST); to > from; to--) {
          if (!isSpan(from, to)) continue;
          Found found = calledAt(from, to);
          if (found == null) continue;
          int rank = rank(found, from, to);
          if (rank > bestRank) {
            best = found;
            bestRank = rank;
          }
          break;
        }
      }
      return best;
    }

    private @Nullable Found calledAt(int from, int to) {
      Optional<String> name = places.called(written(from, to, 0));
      if (name.isPresent()) return found(name.get(), from, to, 0);
      if (!isGrown(from)) return null;
      Optional<String> bare = places.called(written(from, to, 1));
      return bare.isPresent() ? found(bare.get(), from, to, 1) : null;
    }

    /** 0 for what is none. */
    private int rank(Found found, int from, int to) {
      String before = before(from);
      boolean grown = found.start() > message.piece(from).start();
      boolean at = grown || "at".equals(before);
      boolean word = to == from + 1 && !grown;
      boolean homonym =
          word
              && (message.exact(Kind.HOMONYM, from) != null
                  || message.piece(from).folded().length() <= 2);
      boolean ordinary = to == from + 1 && isListed(from);
      if ((homonym && !at) || (ordinary && !at)) return 0;
      if (grown && isListed(from)) return 0;
      if (ordinary && fillers.contains(message.piece(from).folded())) return 0;
      return (at ? 100 : before == null ? 10 : 20) + 2 * (to - from);
    }

    /** The first name behind a preposition that surely sounds like a place. */
    @Nullable Found sounding() {
      for (int pass = 0; pass < 2; pass++) {
        String wanted = pass == 0 ? "at" : "of";
        for (int i = 1; i < size; i++) {
          if (!wanted.equals(before(i))) continue;
          Found found = soundingAt(i);
          if (found != null) return found;
        }
      }
      Found grown = soundingGrown();
      return grown == null ? soundingLast() : grown;
    }

    private @Nullable Found soundingAt(int from) {
      if (isCommon(from)) return null;
      int to = from;
      while (to < Math.min(size, from + LONGEST_SOUND) && (to == from || isPart(to))) to++;
      for (; to > from; to--) {
        Found found = isSpan(from, to) ? sounding(from, to, 0) : null;
        if (found != null) return found;
      }
      return null;
    }

    /** "fchichawa". */
    private @Nullable Found soundingGrown() {
      for (int i = 0; i < size; i++) {
        if (!isSpan(i, i + 1) || isCommon(i) || !isGrown(i)) continue;
        char first = message.piece(i).folded().charAt(0);
        if (first != 'f' && first != 'ف' && first != 'ب') continue;
        Found found = sounding(i, i + 1, 1);
        if (found != null) return found;
      }
      return null;
    }

    private @Nullable Found soundingLast() {
      int last = message.size() - 1;
      boolean apart = last > 0 && last < SHORT_MESSAGE && isSpan(last, last + 1);
      return apart && !isCommon(last) && !isCourtesy(last) ? sounding(last, last + 1, 0) : null;
    }

    private boolean isCourtesy(int i) {
      return TextFold.command(message.piece(i).folded()).isEmpty();
    }

    private @Nullable Found sounding(int from, int to, int cut) {
      if (to == from + 1 && message.exact(Kind.HOMONYM, from) != null) return null;
      String name = written(from, to, cut);
      if (name.length() < LEAST_SOUND || sounds++ >= MAX_SOUNDS) return null;
      return places.sounding(name).map(place -> found(place, from, to, cut)).orElse(null);
    }

    private boolean isPart(int i) {
      return message.free(i) && !message.ends(i - 1) && !isCommon(i);
    }

    private boolean isSpan(int from, int to) {
      for (int i = from; i < to; i++)
        if (!message.free(i) || (i > from && message.ends(i - 1))) return false;
      return true;
    }

    /** What stands before: "at", "of"; null for anything else. */
    private @Nullable String before(int i) {
      if (i == 0 || !message.free(i - 1) || message.ends(i - 1)) return null;
      Hit one = message.exact(Kind.BEFORE_PLACE, i - 1);
      boolean article = isArticle(message.piece(i - 1).folded());
      if (one == null && article && i > 1) one = message.exact(Kind.BEFORE_PLACE, i - 2);
      if (one != null) return one.value();
      Hit two = i > 1 ? message.exact(Kind.BEFORE_PLACE, i - 2) : null;
      return two != null && two.next() == i ? two.value() : null;
    }

    private static boolean isArticle(String word) {
      return word.equals("la") || word.equals("l") || word.equals("le");
    }

    /** A word with a meaning of its own, whatever it sounds like. */
    private boolean isCommon(int i) {
      return isListed(i)
          || fillers.contains(message.piece(i).folded())
          || message.piece(i).digits()
          || message.hit(Kind.NUMBER, i) != null;
    }

    private boolean isListed(int i) {
      return message.hit(Kind.ORDINARY, i) != null
          || message.hit(Kind.BILLER, i) != null
          || message.hit(Kind.THEME, i) != null
          || message.hit(Kind.LANGUAGE, i) != null
          || message.exact(Kind.DAY, i) != null
          || message.exact(Kind.PART, i) != null
          || isCue(i);
    }

    private boolean isCue(int i) {
      Hit cue = message.hit(Kind.CUE, i);
      return cue != null && !cue.is("TITLE");
    }

    private boolean isGrown(int i) {
      String word = message.piece(i).folded();
      return word.length() > LEAST_SOUND && GROWN_ON.indexOf(word.charAt(0)) >= 0;
    }

    private String written(int from, int to, int cut) {
      return message
          .text()
          .substring(message.piece(from).start() + cut, message.piece(to - 1).end());
    }

    private Found found(String place, int from, int to, int cut) {
      return new Found(
          EntityType.PLACE, place, message.piece(from).start() + cut, message.piece(to - 1).end());
    }
  }
}
