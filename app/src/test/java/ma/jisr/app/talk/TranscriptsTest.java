package ma.jisr.app.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ma.jisr.flow.render.Handset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every transcript of the services holds in every variation, and on every kind of phone. */
@Execution(ExecutionMode.CONCURRENT)
class TranscriptsTest {
  private static final Path FOLDER = Path.of("../flows/services/src/test/talk");

  /** What no service that comes with Jisr shows yet: events, notices, telling somebody else. */
  private static final Path SIGNALS = Path.of("src/test/resources/ma/jisr/app/talk/signals");

  @Test
  void thereAreTranscriptsInEveryLanguage() throws IOException {
    List<String> names = TalkFile.all(List.of(FOLDER)).stream().map(TalkFile::name).toList();
    for (String language : List.of("fr", "ar", "ary-Arab", "ary-Latn", "shi-Latn", "en"))
      assertFalse(names.stream().noneMatch(n -> n.endsWith("." + language + ".talk")), language);
  }

  @TestFactory
  Stream<DynamicTest> itHoldsInEveryVariation() throws IOException {
    return TalkFile.all(List.of(FOLDER, SIGNALS)).stream()
        .map(talk -> dynamicTest(talk.name(), () -> holds(talk)));
  }

  private static void holds(TalkFile talk) throws IOException {
    assertEquals(List.of(), talk.run().failures());
    List<String> wrong = new ArrayList<>();
    List<TalkPlayer.Seen> screens = talk.seen();
    for (Handset handset : Handset.values())
      wrong.addAll(new HandsetView(handset).wrong(talk, screens));
    assertEquals(List.of(), wrong);
  }
}
