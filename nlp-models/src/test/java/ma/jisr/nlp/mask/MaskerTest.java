package ma.jisr.nlp.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is kept of a message that was not understood. */
class MaskerTest {
  private static final Masker MASKER =
      Masker.bundled(List.of("Chichaoua", "Marrakech", "مراكش", "Béni Mellal", "Safi"));

  @Test
  void rows() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String line : lines()) {
      String[] row = line.split("\\|", -1);
      String masked = MASKER.mask(row[0]);
      if (!masked.equals(row[1])) wrong.add(row[0] + " gives " + masked);
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void tellsWhatThereIsToLearn() {
    assertEquals(
        List.of("riziou"), MASKER.unknown(MASKER.mask("fin kayn riziou riziou f Chichaoua")));
    assertEquals(List.of(), MASKER.unknown(MASKER.mask("sifet 50 dh l 0612345678")));
    assertEquals(List.of(), MASKER.unknown(""));
  }

  @Test
  void aStoryIsCut() {
    String masked = MASKER.mask("wifi ".repeat(60));
    assertEquals(Masker.MAX_WORDS + 1, masked.split(" ", -1).length);
    assertTrue(masked.endsWith(Masker.MORE));
    assertEquals(List.of(), MASKER.unknown(masked));
  }

  @Test
  void anyTextIsTaken() {
    Random random = new Random(7);
    String signs = "aZ3 0612@.:/<>|«'-ءعبـَ٣ⵣ\uD83D\uDE00\uD83D\u0000\n";
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(400); n > 0; n--)
        text.append(
            random.nextInt(9) == 0
                ? (char) random.nextInt(0x10000)
                : signs.charAt(random.nextInt(signs.length())));
      String masked = MASKER.mask(text.toString());
      assertTrue(masked.length() <= 2 * Masker.MAX_LENGTH + 40, masked);
      assertFalse(masked.replace("\u0000", "").matches(".*\\d{3}.*"), masked);
      assertEquals(masked, masked.strip());
    }
  }

  /** A list that the masker does not read would make names of its words. */
  @Test
  void everyFileOfTheLexiconIsRead() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/ma/jisr/nlp/lexicon"))) {
      List<String> names =
          files.map(f -> f.getFileName().toString().replace(".tsv", "")).sorted().toList();
      assertEquals(WordLists.LEXICON, names);
    }
  }

  private static List<String> lines() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(MaskerTest.class.getResourceAsStream("masked.txt")),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }
}
