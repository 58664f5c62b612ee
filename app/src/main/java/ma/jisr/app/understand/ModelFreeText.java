package ma.jisr.app.understand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import ma.jisr.app.review.Knowledge;
import ma.jisr.base.Language;
import ma.jisr.base.text.TextFold;
import ma.jisr.flow.Effect;
import ma.jisr.flow.FreeText;
import ma.jisr.flow.Understood;
import ma.jisr.flow.input.Typed;
import ma.jisr.flow.lint.IntentNames;
import ma.jisr.flow.person.Profile;
import ma.jisr.map.position.Coordinates;
import ma.jisr.nlp.Intent;
import ma.jisr.nlp.LanguageGuess;
import ma.jisr.nlp.Token;
import ma.jisr.nlp.Tongue;
import ma.jisr.nlp.mask.Masker;
import ma.jisr.nlp.model.Ranking;
import ma.jisr.nlp.model.Reader;
import ma.jisr.nlp.model.Reading;
import ma.jisr.nlp.model.TaughtPhrases;
import ma.jisr.nlp.model.TaughtPhrases.Meaning;
import ma.jisr.nlp.model.Verdict;
import ma.jisr.nlp.value.ConditionReader;
import ma.jisr.nlp.value.Entities;
import ma.jisr.nlp.value.EntityReader;
import ma.jisr.nlp.value.EntityType;
import ma.jisr.nlp.value.Found;
import ma.jisr.nlp.value.PlaceReader;

/**
 * The trained models, the rules for values and the gazetteer, as the flow engine asks them.
 * Immutable but for what is taught; safe for use by several threads.
 */
public final class ModelFreeText implements FreeText {
  /** An intent less likely than this is not worth a line of the menu. */
  private static final double LEAST_OFFERED = 0.05;

  /** From this probability on an intent overrules what a text is taken for otherwise. */
  static final double CERTAIN = 0.9;

  /** The value that is all that was said: for a wish that searches by any words. */
  private static final String WORDS = "words";

  /** Shorter texts are names as often as words of a language. */
  private static final int LEAST_WORDS = 3;

  /** What never changes is loaded once for all. */
  private static final class Bundled {
    static final Reader READER = Reader.bundled();
    static final LanguageGuess LANGUAGES = LanguageGuess.bundled();
    static final EntityReader ENTITIES = EntityReader.bundled();
    static final ConditionReader CONDITIONS = ConditionReader.bundled();
  }

  private final Reader reader;
  private final TaughtPhrases taught;
  private final PlaceReader places;
  private final Supplier<Masker> masker;

  private ModelFreeText(TaughtPhrases taught, PlaceReader places, Supplier<Masker> masker) {
    this.reader = Bundled.READER.taught(taught);
    this.taught = taught;
    this.places = places;
    this.masker = masker;
  }

  /** With the models of the product, the places of a gazetteer, and what both are taught. */
  public static ModelFreeText on(Knowledge knowledge) {
    return new ModelFreeText(
        knowledge.phrases(),
        Bundled.ENTITIES.places(new GazetteerPlaces(knowledge.places())),
        knowledge.maskers());
  }

  /** What flows may name under {@code start}. */
  public static IntentNames names() {
    Set<String> known = new HashSet<>();
    Set<String> readBack = new HashSet<>();
    for (Intent intent : Intent.values()) {
      if (intent != Intent.NONE) known.add(intent.label());
      if (intent.isMoney() || intent.isCancel()) readBack.add(intent.label());
    }
    Set<String> types = new HashSet<>();
    for (EntityType type : EntityType.values()) if (!type.isOpen()) types.add(type.label());
    types.add(ConditionReader.TYPE);
    types.add(WORDS);
    return new IntentNames(known, readBack, types);
  }

  @Override
  public Understood understand(String text, Profile profile) {
    if (new Typed(text).isFigures())
      return Coordinates.read(text).isPresent()
          ? new Understood.Sure(here(text), true)
          : Understood.NOTHING;
    Words words = new Words(text);
    Reading reading = reader.read(words.found.inFigures(text));
    return switch (reading.verdict()) {
      case Verdict.Sure(Intent intent) when intent == Intent.NONE ->
          new Understood.Nothing(unresolved(text, reading.ranking()));
      case Verdict.Sure(Intent intent) ->
          new Understood.Sure(
              words.wish(intent), reading.ranking().best().probability() >= CERTAIN);
      case Verdict.Ask(List<Intent> menu) -> unsure(words, menu, reading.ranking());
    };
  }

  /** A position alone, as phones share it: whoever is there looks for what is near. */
  private static Understood.Wish here(String text) {
    return new Understood.Wish(Intent.HOTSPOT_FIND.label(), Map.of(EntityType.PLACE.label(), text));
  }

  @Override
  public boolean meansElse(String text, Profile profile, List<String> intents) {
    Reading reading = reader.read(text); // too short to hold a number that is said in words
    return reading.verdict() instanceof Verdict.Sure(Intent intent)
        && intent != Intent.NONE
        && reading.ranking().best().probability() >= CERTAIN
        && !intents.contains(intent.label());
  }

  /**
   * The language in which the text is written, as it would be answered: of a phrase that was taught
   * its own; else by the models, which always say one; of a word or two by lists, which know when
   * they do not know.
   */
  public Optional<Language> language(String text) {
    Optional<Tongue> own = taught.find(TextFold.command(text)).flatMap(Meaning::tongue);
    if (own.isPresent()) return own.map(Tongue::reply);
    if (Token.of(text).size() < LEAST_WORDS) return Bundled.LANGUAGES.guess(text);
    return Optional.of(reader.read(text).ranking().tongue().reply());
  }

  private Understood unsure(Words words, List<Intent> menu, Ranking ranking) {
    List<Understood.Wish> wishes = new ArrayList<>();
    for (Intent intent : menu)
      if (ranking.probability(intent) >= LEAST_OFFERED) wishes.add(words.wish(intent));
    return new Understood.Unsure(wishes, unresolved(words.text, ranking));
  }

  private Optional<Effect.Unresolved> unresolved(String text, Ranking ranking) {
    String masked = masker.get().mask(text);
    if (masked.isEmpty()) return Optional.empty();
    return Optional.of(
        new Effect.Unresolved(masked, ranking.tongue().reply(), ranking.best().intent().label()));
  }

  /** One message, whose values are read once, whatever it wants. */
  private final class Words {
    private final String text;
    private final Entities found;
    private Optional<Found> place = Optional.empty();
    private boolean searched;

    Words(String text) {
      this.text = text;
      this.found = Bundled.ENTITIES.read(text);
    }

    Understood.Wish wish(Intent intent) {
      Map<String, String> values = new HashMap<>();
      for (Found one : all(intent).of(intent).all())
        values.putIfAbsent(one.type().label(), one.value());
      if (intent == Intent.HOTSPOT_FIND)
        Bundled.CONDITIONS.read(text).ifPresent(it -> values.put(ConditionReader.TYPE, it));
      if (intent == Intent.CHALLENGE_SEARCH || intent == Intent.CHALLENGE_JOIN)
        values.put(WORDS, text);
      return new Understood.Wish(intent.label(), values);
    }

    private Entities all(Intent intent) {
      if (!intent.takesPlace()) return found;
      if (!searched) place = places.read(text, found);
      searched = true;
      return place.map(found::with).orElse(found);
    }
  }
}
