package ma.jisr.app.talk;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the transcripts about money leave in the store: no PIN, and nobody's number in the open. */
@Execution(ExecutionMode.CONCURRENT)
class WalletTracesTest {
  private static final Path FOLDER = Path.of("../flows/services/src/test/talk/wallet");

  /** The PIN of the transcripts; six digits do not stand in sealed bytes by chance. */
  private static final String PIN = "593716";

  /** Latin and Arabic letters: the flows are the same in all languages. */
  private static final List<String> LETTERS = List.of(".fr.talk", ".ary-Arab.talk");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> case46_noPinAndNoNumberIsInTheStore() throws IOException {
    List<TalkFile> talks =
        TalkFile.all(List.of(FOLDER)).stream()
            .filter(talk -> LETTERS.stream().anyMatch(talk.name()::endsWith))
            .toList();
    assertTrue(talks.stream().anyMatch(talk -> talk.name().startsWith("pin.")));
    return talks.stream().map(talk -> DynamicTest.dynamicTest(talk.name(), () -> holds(talk)));
  }

  private void holds(TalkFile file) throws IOException {
    Talk talk = file.talk();
    Path data = Files.createDirectory(folder.resolve(file.name()));
    TalkPlayer.Result result = TalkPlayer.play(talk, Map.of(), Variation.PLAIN, data, false);
    assertEquals(Optional.empty(), result.failure());
    String digits = talk.user().msisdn().digits();
    List<String> secrets = List.of(PIN, digits, "0" + digits.substring(3));
    List<Path> files;
    try (Stream<Path> all = Files.walk(data)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    assertFalse(files.isEmpty());
    for (Path each : files) {
      String bytes = new String(Files.readAllBytes(each), ISO_8859_1);
      for (String secret : secrets)
        assertFalse(bytes.contains(secret), secret + " in " + each.getFileName());
    }
  }
}
