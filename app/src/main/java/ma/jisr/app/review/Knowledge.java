package ma.jisr.app.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import ma.jisr.gateway.unresolved.Lesson;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Place;
import ma.jisr.nlp.Intent;
import ma.jisr.nlp.mask.Masker;
import ma.jisr.nlp.model.TaughtPhrases;

/**
 * What the running system knows of words and can be taught: the spellings of places, whole phrases,
 * and what may be kept of a message that it does not know.
 *
 * @param gazetteer whose places learn spellings
 * @param phrases asked before the models
 * @param masker by the names of the gazetteer
 */
public record Knowledge(Gazetteer gazetteer, TaughtPhrases phrases, Masker masker)
    implements Consumer<List<Lesson>> {
  /** With nothing taught yet. */
  public static Knowledge of(Gazetteer gazetteer) {
    return new Knowledge(gazetteer, new TaughtPhrases(), Masker.bundled(gazetteer.spellings()));
  }

  /**
   * Puts lessons to use in the place of all earlier ones. What means nothing here any more (an
   * intent of another release, a place of another gazetteer) is left out.
   */
  @Override
  public void accept(List<Lesson> lessons) {
    Map<String, Intent> meanings = new HashMap<>();
    Map<String, Place> spellings = new HashMap<>();
    for (Lesson lesson : lessons) {
      switch (lesson.kind()) {
        case PHRASE ->
            Intent.of(lesson.target()).ifPresent(intent -> meanings.put(lesson.text(), intent));
        case ALIAS ->
            gazetteer
                .place(lesson.target())
                .ifPresent(place -> spellings.put(lesson.text(), place));
      }
    }
    phrases.replace(meanings);
    gazetteer.learnt().replace(spellings);
  }
}
