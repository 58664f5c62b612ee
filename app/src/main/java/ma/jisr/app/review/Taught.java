package ma.jisr.app.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import ma.jisr.gateway.unresolved.Lesson;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Place;
import ma.jisr.nlp.Intent;
import ma.jisr.nlp.model.TaughtPhrases;

/**
 * Puts lessons to where they are used. What means nothing here any more (an intent of another
 * release, a place of another gazetteer) is left out.
 *
 * @param phrases asked before the models
 * @param gazetteer whose places are spelt so
 */
public record Taught(TaughtPhrases phrases, Gazetteer gazetteer) implements Consumer<List<Lesson>> {
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
