package ma.jisr.nlp.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * What models were made of, as SHA-256 in hex: lines {@code name value} of a text file beside them.
 * Models fit only the lexicon and the features they were trained with; anything else would answer
 * wrongly without a word, so loading refuses it.
 *
 * @param data of the messages of all authors
 * @param lexicon of the lexicon's files
 * @param features of what the features make of some sample texts: changes with folding, sounds,
 *     masks, and everything else on the way from text to features
 * @param models of the models' bytes
 */
public record Manifest(String data, String lexicon, String features, String models) {
  /** Any words will do that pass every branch: scripts, digits, masks, marks, phrases. */
  private static final List<String> PROBES =
      List.of(
          "Fin kayn wifi f Amizmiz?",
          "خلّص فاتورة الماء ديال 150 درهم",
          "sifet 20dh l 0612 34 56 78 3afak",
          "ⵎⴰⵏⵉ ⴳ ⵍⵍⴰⵏ ⵡⵉⴼⵉ ⵖ ⵜⴰⵔⵓⴷⴰⵏⵜ",
          "Annulez mon ticket B045, s'il vous plaît !!! à 10h30",
          "bghiiit nbeddel llugha l العربية، ch7al mazal 9dami",
          "نمرة ٠٦١٢٣٤٥٦٧٨ بـ ٢٠ ريال",
          "I didn't get the money, who sent 4g?",
          "makhdamch l'internet hadi 3 iyam œuvre ɣ ɛ 😀");

  private static final String DATA = "data";
  private static final String LEXICON = "lexicon";
  private static final String FEATURES = "features";
  private static final String MODELS = "models";

  /** What the features make of the sample texts, hashed. */
  public static String fingerprint(Features features) {
    StringBuilder seen = new StringBuilder();
    for (String probe : PROBES) {
      FeatureSet set = features.of(probe);
      for (int group = 0; group < set.groupCount(); group++) {
        seen.append(String.format(Locale.ROOT, "%.5f", set.value(group)));
        for (int i = set.from(group); i < set.to(group); i++)
          seen.append(' ').append(Long.toHexString(set.key(i)));
        seen.append('\n');
      }
    }
    return sha256(seen.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 in hex. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws ModelException when a line is missing
   */
  static Manifest of(String text) {
    return new Manifest(
        line(text, DATA), line(text, LEXICON), line(text, FEATURES), line(text, MODELS));
  }

  private static String line(String text, String name) {
    for (String line : text.lines().toList())
      if (line.startsWith(name + " ")) return line.substring(name.length() + 1);
    throw new ModelException("the manifest of the models has no line '" + name + "'");
  }

  /** The lines of the file. */
  public String text() {
    return String.join(
        "\n",
        DATA + " " + data,
        LEXICON + " " + lexicon,
        FEATURES + " " + features,
        MODELS + " " + models,
        "");
  }

  /**
   * Whether models with this manifest may be used with what there is.
   *
   * @throws ModelException when not; says what differs and what to do
   */
  void check(String lexiconThere, String featuresThere, String modelsThere) {
    if (!models.equals(modelsThere)) throw refusal("their bytes are not those that were written");
    if (!lexicon.equals(lexiconThere)) throw refusal("they were trained with another lexicon");
    if (!features.equals(featuresThere))
      throw refusal("they were trained with another reading of words");
  }

  private static ModelException refusal(String reason) {
    return new ModelException(
        "the models of understanding are refused: " + reason + "; build nlp-models again");
  }
}
