package ma.jisr.nlp.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import ma.jisr.nlp.Intent;
import org.junit.jupiter.api.Test;

class IntentModelTest {
  private static final Reader READER = Reader.bundled();

  private static final List<String> TEXTS =
      List.of(
          "fin kayn wifi f amizmiz",
          "خلص فاتورة الماء",
          "combien de personnes avant moi, ticket A042 ?",
          "sift 100 dh l 0612345678",
          "ⵎⴰⵏⵉ ⵉⵍⵍⴰ ⵡⵉⴼⵉ",
          "please stop sending me these messages",
          "");

  @Test
  void eightThreadsReadAsOneDoes() throws Exception {
    List<Reading> alone = TEXTS.stream().map(READER::read).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<List<Reading>>> work = new ArrayList<>();
      for (int i = 0; i < 64; i++) work.add(() -> TEXTS.stream().map(READER::read).toList());
      for (Future<List<Reading>> done : threads.invokeAll(work)) assertEquals(alone, done.get());
    }
  }

  @Test
  void anyTextHasAnAnswer() {
    Random random = new Random(42);
    for (int round = 0; round < 3_000; round++) {
      String text = text(random);
      Reading reading = READER.read(text);
      assertEquals(Intent.values().length, reading.ranking().candidates().size());
      double sum =
          reading.ranking().candidates().stream()
              .mapToDouble(Ranking.Candidate::probability)
              .peek(p -> assertTrue(p >= 0 && p <= 1.001, () -> "a probability of " + p))
              .sum();
      assertEquals(1, sum, 0.001);
    }
  }

  /** Letters of all scripts, then whatever Unicode has, lone surrogates included. */
  private static String text(Random random) {
    int length = random.nextInt(2_001);
    int[] ranges = {0x20, 0x7f, 0x600, 0x6ff, 0x2d30, 0x2d7f, 0, 0xffff, 0x10000, 0x10ffff};
    int range = random.nextInt(ranges.length / 2 + 1);
    StringBuilder text = new StringBuilder(length);
    while (text.length() < length) {
      int one = range == ranges.length / 2 ? random.nextInt(ranges.length / 2) : range;
      int from = ranges[one * 2];
      text.appendCodePoint(from + random.nextInt(ranges[one * 2 + 1] - from + 1));
    }
    return text.toString();
  }

  @Test
  void oneLetterOverAndOver() {
    for (String letter : List.of("a", "7", "<", "ا", "😀", "\ud83d", "0 ", "ⵣ", "?"))
      READER.read(letter.repeat(2_000));
  }

  @Test
  void modelsOfAnotherLexiconAreRefused() {
    byte[] lexicon = lexicon();
    byte[] other = Arrays.copyOf(lexicon, lexicon.length + 1);
    other[lexicon.length] = '\n';
    assertRefused("another lexicon", other, models());
    byte[] broken = models();
    broken[broken.length / 2] ^= 1;
    assertRefused("bytes", lexicon, broken);
  }

  @Test
  void modelsOfAnotherReadingOfWordsAreRefused() {
    Manifest manifest = Manifest.of(manifest());
    String other = new Manifest(manifest.data(), manifest.lexicon(), "0", manifest.models()).text();
    ModelException refused =
        assertThrows(ModelException.class, () -> IntentModel.of(other, lexicon(), models()));
    assertTrue(refused.toString().contains("another reading of words"));
  }

  @Test
  void cutOffModelsAreRefused() {
    byte[] models = models();
    for (int length : new int[] {0, 3, 4, 11, 100, models.length - 1})
      assertThrows(ModelException.class, () -> ModelFile.read(Arrays.copyOf(models, length)));
    byte[] version = models.clone();
    version[3]++;
    assertThrows(ModelException.class, () -> ModelFile.read(version));
  }

  @Test
  void theModelsAreSmall() {
    assertTrue(models().length <= 10_000_000, () -> models().length + " bytes");
  }

  @Test
  void roundedWeightsAreNearTheTrainedOnes() {
    float[] weights = {0.5f, -1, 0.25f, 0, 0, 0, 3, 2.9f, -0.01f};
    LinearModel model = LinearModel.of(View.WISH, 3, new long[] {1, 2, 3}, weights);
    IntStream.range(0, weights.length)
        .forEach(
            i -> assertEquals(weights[i], model.weights()[i] * model.scale(i / 3), 3 / 127.0 / 2));
  }

  private static void assertRefused(String reason, byte[] lexicon, byte[] models) {
    ModelException refused =
        assertThrows(ModelException.class, () -> IntentModel.of(manifest(), lexicon, models));
    assertTrue(refused.toString().contains(reason), refused::toString);
    assertTrue(refused.toString().contains("build nlp-models again"));
  }

  private static String manifest() {
    return new String(Resources.needed(IntentModel.MANIFEST), StandardCharsets.UTF_8);
  }

  private static byte[] models() {
    return Resources.needed(IntentModel.MODELS);
  }

  private static byte[] lexicon() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String name : Resources.lines(Resources.needed(IntentModel.LEXICON_FILES)))
      all.writeBytes(Resources.needed("lexicon/" + name));
    return all.toByteArray();
  }
}
