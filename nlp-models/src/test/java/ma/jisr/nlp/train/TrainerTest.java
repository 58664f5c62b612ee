package ma.jisr.nlp.train;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import ma.jisr.nlp.model.Features;
import ma.jisr.nlp.model.IntentModel;
import ma.jisr.nlp.model.ModelException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
  private static final String LEXICON = "PAY\tfr\tpayer, régler\nWIFI\tfr\twifi, wi fi\n";

  @TempDir Path folder;

  private Path messages;

  @BeforeEach
  void someData() throws IOException {
    messages = Files.createDirectories(folder.resolve("src/data/messages"));
    Path lexicon =
        Files.createDirectories(folder.resolve("src/main/resources/ma/jisr/nlp/lexicon"));
    Files.writeString(lexicon.resolve("a.tsv"), LEXICON);
    Files.writeString(
        messages.resolve("one.tsv"),
        """
        # comments and blank lines do not count

        hotspot.find\tfr\toù est le wifi
        wallet.bill\tfr\tpayer la facture d'eau
        hotspot.find\tary-Latn\tfin kayn wifi
        wallet.bill\tary\tخلص الضو
        """);
    Files.writeString(messages.resolve("two.tsv"), "none\ten\thow tall is the moon\n");
  }

  @Test
  void equalDataGivesEqualBytes() throws IOException {
    Path first = train("first");
    Path second = train("second");
    for (String file : new String[] {IntentModel.MODELS, IntentModel.MANIFEST}) {
      byte[] bytes = Files.readAllBytes(first.resolve("ma/jisr/nlp").resolve(file));
      assertTrue(bytes.length > 100);
      assertArrayEquals(bytes, Files.readAllBytes(second.resolve("ma/jisr/nlp").resolve(file)));
    }
  }

  @Test
  void otherDataGivesAnotherManifest() throws IOException {
    String before = Files.readString(train("first").resolve("ma/jisr/nlp/" + IntentModel.MANIFEST));
    Files.writeString(messages.resolve("two.tsv"), "none\ten\thow tall is the sun\n");
    String after = Files.readString(train("second").resolve("ma/jisr/nlp/" + IntentModel.MANIFEST));
    assertTrue(!before.lines().toList().get(0).equals(after.lines().toList().get(0)));
    assertEquals(before.lines().toList().get(1), after.lines().toList().get(1));
  }

  @Test
  void malformedDataIsRefusedWithItsPlace() throws IOException {
    assertRefused("hotspot.find\tfr\n", "two.tsv, line 1: not 3 columns");
    assertRefused("\nhotspot.lose\tfr\twifi\n", "two.tsv, line 2: unknown intent");
    assertRefused("none\tde\thallo\n", "two.tsv, line 1: unknown language");
  }

  @Test
  void belowTheFloorTheBuildFailsButTheReportIsThere() throws IOException {
    Path report = folder.resolve("report.md");
    String[] args = {folder.toString(), folder.resolve("out").toString(), report.toString()};
    ModelException failure = assertThrows(ModelException.class, () -> Trainer.main(args));
    assertTrue(failure.toString().contains("below the floor"), failure::toString);
    assertTrue(Files.readString(report).contains("| **all** | 5 |"));
  }

  /** Seven authors of one message in five folds: nobody is left out of the figures or doubled. */
  @Test
  void everyMessageIsJudgedOnceHoweverManyAuthors() throws IOException {
    for (String author : new String[] {"a", "b", "c", "d", "e"})
      Files.writeString(messages.resolve(author + ".tsv"), "none\tfr\tquelle heure est il\n");
    List<Example> examples = Corpus.of(messages).examples();
    Training training = new Training(examples, Features.by(LEXICON.getBytes(UTF_8)));
    List<Judged> judged = Validation.of(training).judged();
    assertEquals(examples.size(), judged.size());
    assertEquals(Set.copyOf(examples), judged.stream().map(Judged::example).collect(toSet()));
  }

  private Path train(String name) throws IOException {
    Path out = folder.resolve(name);
    Trainer.main(new String[] {folder.toString(), out.toString()});
    return out;
  }

  private void assertRefused(String lines, String message) throws IOException {
    Files.writeString(messages.resolve("two.tsv"), lines);
    ModelException refused = assertThrows(ModelException.class, () -> train("refused"));
    assertEquals(message, refused.getMessage());
  }
}
