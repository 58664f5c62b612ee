package ma.jisr.nlp.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ma.jisr.nlp.Intent;
import ma.jisr.nlp.Tongue;
import ma.jisr.nlp.value.EntityReader;
import ma.jisr.nlp.value.EntityType;
import ma.jisr.nlp.value.Found;
import org.junit.jupiter.api.Test;

/**
 * Three hundred messages of an author who saw neither the training messages nor the lexicon. Nobody
 * trains on them. The bounds are what Jisr promises (docs/understanding.md), not what it reaches.
 */
class StrangerTest {
  private static final Reader READER = Reader.bundled();
  private static final EntityReader VALUES = EntityReader.bundled();

  private record Row(
      Intent intent, Tongue tongue, String text, String amounts, String msisdns, String also) {
    static Row of(String line) {
      String[] c = line.split("\t", -1);
      return new Row(
          Intent.of(c[0]).orElseThrow(), Tongue.of(c[1]).orElseThrow(), c[2], c[3], c[4], c[5]);
    }

    boolean right(Intent found) {
      return found == intent || found.label().equals(also);
    }
  }

  private final List<Row> rows = rows();

  @Test
  void theIntentIsRightOrAskedFor() {
    assertTrue(share(row -> row.right(reading(row).ranking().best().intent())) >= 88);
    assertTrue(share(this::rightOrInTheMenu) >= 96);
    assertTrue(share(this::wrong) <= 5);
    assertTrue(share(row -> reading(row).verdict() instanceof Verdict.Ask) <= 25);
  }

  @Test
  void whatIsOutOfScopeIsNotTakenForReal() {
    List<Row> none = rows.stream().filter(row -> row.intent() == Intent.NONE).toList();
    long taken = none.stream().filter(this::wrong).count();
    assertTrue(taken * 60 <= 3L * none.size(), taken + " of " + none.size());
  }

  @Test
  void theLanguageIsRight() {
    assertTrue(share(row -> reading(row).ranking().tongue() == row.tongue()) >= 97);
  }

  @Test
  void numbersAndSumsAreRead() {
    for (Row row : rows) {
      assertEquals(row.msisdns(), values(row, EntityType.MSISDN), row.text());
      if (!row.amounts().isEmpty())
        assertEquals(row.amounts(), values(row, EntityType.AMOUNT), row.text());
    }
  }

  private static String values(Row row, EntityType type) {
    List<Found> found = VALUES.read(row.text()).of(row.intent()).of(type);
    return String.join(",", found.stream().map(Found::value).toList());
  }

  private static Reading reading(Row row) {
    return READER.read(row.text());
  }

  private boolean rightOrInTheMenu(Row row) {
    return switch (reading(row).verdict()) {
      case Verdict.Sure(Intent intent) -> row.right(intent);
      case Verdict.Ask(List<Intent> menu) ->
          row.intent() == Intent.NONE || menu.stream().anyMatch(row::right);
    };
  }

  private boolean wrong(Row row) {
    return reading(row).verdict() instanceof Verdict.Sure(Intent intent) && !row.right(intent);
  }

  private double share(Predicate<Row> is) {
    return 100.0 * rows.stream().filter(is).count() / rows.size();
  }

  private static List<Row> rows() {
    try (InputStream in =
        Objects.requireNonNull(StrangerTest.class.getResourceAsStream("stranger.tsv"))) {
      Stream<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
      return lines.filter(line -> !line.startsWith("#")).map(Row::of).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
