package ma.jisr.nlp.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.jisr.nlp.Intent;
import ma.jisr.nlp.Tongue;
import ma.jisr.nlp.model.Ranking.Candidate;

/**
 * The trained models: what is wished, and in which language. They never change; safe for use by
 * several threads without locks.
 */
public final class IntentModel {
  /** Below {@code ma/jisr/nlp}: the models' bytes. */
  public static final String MODELS = "model/understanding.bin";

  /** Beside them: what they were made of. */
  public static final String MANIFEST = "model/understanding.manifest";

  /** Beside them: the names of the lexicon's files, a line each. */
  public static final String LEXICON_FILES = "model/lexicon.files";

  private static final Comparator<Candidate> LIKELIEST =
      Comparator.comparingDouble(Candidate::probability)
          .reversed()
          .thenComparing(Candidate::intent);

  private static final List<Intent> INTENTS = List.of(Intent.values());
  private static final List<Tongue> TONGUES = List.of(Tongue.values());

  private final Features features;
  private final Map<View, LinearModel> models;
  private final Recent recent = new Recent();

  /** The models as trained, with the features they were trained with. */
  public IntentModel(Features features, Map<View, LinearModel> models) {
    this.features = features;
    this.models = Map.copyOf(models);
  }

  /**
   * The models of the jar.
   *
   * @throws ModelException when they are missing, or made of something else than the jar holds
   */
  public static IntentModel bundled() {
    ByteArrayOutputStream lexicon = new ByteArrayOutputStream();
    for (String name : Resources.lines(Resources.needed(LEXICON_FILES)))
      lexicon.writeBytes(Resources.needed("lexicon/" + name));
    String manifest = new String(Resources.needed(MANIFEST), StandardCharsets.UTF_8);
    return of(manifest, lexicon.toByteArray(), Resources.needed(MODELS));
  }

  /**
   * Models of bytes.
   *
   * @throws ModelException when these do not belong together
   */
  static IntentModel of(String manifest, byte[] lexicon, byte[] models) {
    Features features = Features.by(lexicon);
    Manifest.of(manifest)
        .check(Manifest.sha256(lexicon), Manifest.fingerprint(features), Manifest.sha256(models));
    return new IntentModel(features, ModelFile.read(models));
  }

  /** What the text may want, and its language. Takes any text. */
  public Ranking rank(String text) {
    Ranking known = recent.of(text);
    if (known != null) return known;
    Words words = Words.of(text);
    Ranking ranking = rank(words, features.of(words));
    recent.keep(text, ranking);
    return ranking;
  }

  private Ranking rank(Words words, FeatureSet set) {
    float[] wish = model(View.WISH).probabilities(set);
    List<Candidate> candidates = new ArrayList<>(wish.length);
    for (int i = 0; i < wish.length; i++) candidates.add(new Candidate(INTENTS.get(i), wish[i]));
    candidates.sort(LIKELIEST);
    return new Ranking(candidates, tongue(words, set));
  }

  private Tongue tongue(Words words, FeatureSet set) {
    Scripts.Script script = words.scripts().main();
    float[] probabilities = model(View.TONGUE).probabilities(set);
    Tongue best = Tongue.FR;
    float most = -1;
    for (int i = 0; i < probabilities.length; i++) {
      if (!script.writes(TONGUES.get(i)) || probabilities[i] <= most) continue;
      most = probabilities[i];
      best = TONGUES.get(i);
    }
    return best;
  }

  private LinearModel model(View view) {
    return Objects.requireNonNull(models.get(view));
  }
}
