package ma.jisr.nlp.train;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import ma.jisr.nlp.Intent;
import ma.jisr.nlp.Tongue;
import ma.jisr.nlp.model.FeatureSet;
import ma.jisr.nlp.model.Features;
import ma.jisr.nlp.model.IntentModel;
import ma.jisr.nlp.model.LinearModel;
import ma.jisr.nlp.model.View;

/** Messages with their features, read once and trained on in part or as a whole. */
final class Training {
  private static final Fit WISH = new Fit(View.WISH, 0.05, 1);
  private static final Fit TONGUE = new Fit(View.TONGUE, 0.1, 2);

  private static final List<Intent> INTENTS = List.of(Intent.values());
  private static final List<Tongue> TONGUES = List.of(Tongue.values());

  private final List<Example> examples;
  private final List<FeatureSet> sets = new ArrayList<>();
  private final Features features;

  Training(List<Example> examples, Features features) {
    this.examples = examples;
    this.features = features;
    for (Example example : examples) sets.add(features.of(example.text()));
  }

  List<Example> examples() {
    return examples;
  }

  /** The models of all messages but those of some authors. */
  Map<View, LinearModel> modelsWithout(Set<String> authors) {
    List<Example> chosen = new ArrayList<>();
    List<FeatureSet> seen = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      if (authors.contains(examples.get(i).author())) continue;
      chosen.add(examples.get(i));
      seen.add(sets.get(i));
    }
    Map<View, LinearModel> models = new EnumMap<>(View.class);
    int[] intents = outcomes(chosen, example -> INTENTS.indexOf(example.intent()));
    int[] tongues = outcomes(chosen, example -> TONGUES.indexOf(example.tongue()));
    models.put(View.WISH, WISH.model(seen, intents, INTENTS.size()));
    models.put(View.TONGUE, TONGUE.model(seen, tongues, TONGUES.size()));
    return models;
  }

  IntentModel without(Set<String> authors) {
    return new IntentModel(features, modelsWithout(authors));
  }

  private static int[] outcomes(List<Example> examples, ToIntFunction<Example> outcome) {
    return examples.stream().mapToInt(outcome).toArray();
  }
}
