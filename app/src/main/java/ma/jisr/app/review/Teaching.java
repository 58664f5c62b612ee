package ma.jisr.app.review;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.jisr.base.text.Digits;
import ma.jisr.base.text.PhoneticKey;
import ma.jisr.base.text.TextFold;
import ma.jisr.flow.FlowSet;
import ma.jisr.flow.GlobalWord;
import ma.jisr.flow.model.Flow;
import ma.jisr.gateway.unresolved.Lesson;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.PlaceMatch;
import ma.jisr.map.place.PlaceMatches;
import ma.jisr.map.place.PlaceSearch;
import ma.jisr.nlp.Intent;
import ma.jisr.nlp.Tongue;
import ma.jisr.nlp.model.TaughtPhrases;

/**
 * What may be taught: nothing that has a meaning already, nothing that would take a meaning away,
 * and nothing of anybody's. What is refused says why, for whoever asked.
 */
public final class Teaching {
  /** Fewer sounds are in many names. */
  private static final int LEAST_SOUNDS = 3;

  private static final int SUGGESTED = 3;

  /** What is another person's in another message. */
  private static final List<String> VALUES =
      List.of("<tel>", "<num>", "<code>", "<ticket>", "<name>", "<link>");

  private final FlowSet flows;
  private final Knowledge knowledge;

  public Teaching(FlowSet flows, Knowledge knowledge) {
    this.flows = flows;
    this.knowledge = knowledge;
  }

  /**
   * A phrase as it is kept.
   *
   * @param label of the intent that it means; behind an @ the language it is of, {@code
   *     hotspot.find@ary-Latn}, which otherwise the models say
   * @throws IllegalArgumentException when it may not be taught
   */
  public Lesson phrase(String by, Instant at, String label, String text) {
    TaughtPhrases.Meaning meaning =
        TaughtPhrases.Meaning.of(label)
            .orElseThrow(() -> refused("there is no intent '" + label + "'; known: " + labels()));
    String folded = command(text);
    String global = GlobalWord.table().get(folded);
    if (global != null) throw refused("this is the word " + global + " of every flow");
    startedBy(folded)
        .ifPresent(
            flow -> {
              throw refused("this is a start word of the flow " + flow + " already");
            });
    String masked = ' ' + knowledge.masker().mask(folded) + ' ';
    for (String value : VALUES)
      if (masked.contains(' ' + value + ' '))
        throw refused(
            "it holds what changes from message to message (" + value + "): leave it out");
    return new Lesson(Lesson.Kind.PHRASE, folded, meaning.label(), by, at);
  }

  /**
   * A place's spelling as it is kept.
   *
   * @param place its id, or a name that is found beyond doubt
   * @throws IllegalArgumentException when it may not be taught
   */
  public Lesson alias(String by, Instant at, String place, String spelling) {
    Place meant = place(place);
    String text = spelling(spelling);
    if (PhoneticKey.of(text).length() < LEAST_SOUNDS || !Digits.western(text).matches("\\D*"))
      throw refused("it is too short, or holds digits: it would be found in other words");
    if (knowledge.masker().everyday(text))
      throw refused("these are everyday words: they would mean a place everywhere");
    PlaceMatches found = knowledge.gazetteer().search().find(text, 1);
    if (found.sure())
      throw refused("this is found already, as " + found.matches().getFirst().area().id());
    return new Lesson(Lesson.Kind.ALIAS, text, meant.id(), by, at);
  }

  /** A phrase as it is kept, for finding it again. */
  static String command(String text) {
    if (text.indexOf('<') >= 0)
      throw refused("write what people type: a mask such as <place> is in no message");
    String folded = TextFold.command(text);
    if (folded.isEmpty()) throw refused("there is no word in it");
    return bounded(folded);
  }

  /** A spelling as it is kept. */
  static String spelling(String text) {
    String folded = String.join(" ", TextFold.words(text));
    if (folded.isEmpty()) throw refused("there is no word in it");
    if (folded.length() > PlaceSearch.MAX_TEXT)
      throw refused("it is longer than " + PlaceSearch.MAX_TEXT + " characters");
    return folded;
  }

  private static String bounded(String folded) {
    if (folded.length() > Lesson.MAX_TEXT)
      throw refused("it is longer than " + Lesson.MAX_TEXT + " characters");
    return folded;
  }

  private Optional<String> startedBy(String folded) {
    for (Flow flow : flows.flows().values())
      for (List<String> words : flow.start().words().values())
        for (String word : words)
          if (TextFold.command(word).equals(folded)) return Optional.of(flow.id());
    return Optional.empty();
  }

  private Place place(String asked) {
    Optional<Place> known = knowledge.gazetteer().place(asked);
    if (known.isPresent()) return known.get();
    PlaceMatches found = knowledge.gazetteer().search().find(asked, SUGGESTED);
    if (found.sure() && found.matches().getFirst().area() instanceof Place place) return place;
    List<String> near = found.matches().stream().map(PlaceMatch::area).map(a -> a.id()).toList();
    throw refused(
        "there is no place '"
            + asked
            + (near.isEmpty() ? "'" : "'; near it: " + String.join(", ", near)));
  }

  private static String labels() {
    return names(Intent.values(), Intent::label)
        + "; a language may follow, as in help@fr: "
        + names(Tongue.values(), Tongue::tag);
  }

  private static <T> String names(T[] all, Function<T, String> name) {
    return Arrays.stream(all).map(name).collect(Collectors.joining(", "));
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("not taught: " + why);
  }
}
