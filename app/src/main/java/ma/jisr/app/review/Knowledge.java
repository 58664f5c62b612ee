package ma.jisr.app.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import ma.jisr.gateway.unresolved.Lesson;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Places;
import ma.jisr.nlp.mask.Masker;
import ma.jisr.nlp.model.TaughtPhrases;

/**
 * What the running system knows of words and can be taught: the spellings of places, whole phrases,
 * and what may be kept of a message that it does not know.
 *
 * @param places whose gazetteer learns spellings
 * @param phrases asked before the models
 * @param maskers by the names of the gazetteer in use
 */
public record Knowledge(Places places, TaughtPhrases phrases, Supplier<Masker> maskers)
    implements Consumer<List<Lesson>> {
  /** With nothing taught yet. */
  public static Knowledge of(Places places) {
    return new Knowledge(
        places,
        new TaughtPhrases(),
        places.made(gazetteer -> Masker.bundled(gazetteer.spellings())));
  }

  /** The gazetteer in use: for one question. */
  public Gazetteer gazetteer() {
    return places.now();
  }

  /** Masks by the names of the gazetteer in use: for one message. */
  public Masker masker() {
    return maskers.get();
  }

  /**
   * Puts lessons to use in the place of all earlier ones. What means nothing here any more (an
   * intent of another release, a place of another gazetteer) is left out.
   */
  @Override
  public void accept(List<Lesson> lessons) {
    Map<String, TaughtPhrases.Meaning> meanings = new HashMap<>();
    Map<String, String> spellings = new HashMap<>();
    for (Lesson lesson : lessons) {
      switch (lesson.kind()) {
        case PHRASE ->
            TaughtPhrases.Meaning.of(lesson.target())
                .ifPresent(meaning -> meanings.put(lesson.text(), meaning));
        case ALIAS -> spellings.put(lesson.text(), lesson.target());
      }
    }
    phrases.replace(meanings);
    places.teach(spellings);
  }
}
