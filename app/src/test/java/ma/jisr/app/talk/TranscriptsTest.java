package ma.jisr.app.talk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jisr.flow.render.Handset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every transcript of the services holds, and on every kind of phone; read anew, told twice and
 * killed, in one language of each dialogue (decision 0246).
 */
@Execution(ExecutionMode.CONCURRENT)
class TranscriptsTest {
  private static final Path FOLDER = Path.of("../flows/services/src/test/talk");

  /** What no service that comes with Jisr shows yet: events, notices, telling somebody else. */
  private static final Path SIGNALS = Path.of("src/test/resources/ma/jisr/app/talk/signals");

  /** How many writes lie between the kills of a dialogue: each starts a world of its own. */
  private static final int EVERY = 3;

  @Test
  void thereAreTranscriptsInEveryLanguage() throws IOException {
    List<String> names = TalkFile.all(List.of(FOLDER)).stream().map(TalkFile::name).toList();
    for (String language : List.of("fr", "ar", "ary-Arab", "ary-Latn", "shi-Latn", "en"))
      assertFalse(names.stream().noneMatch(n -> n.endsWith("." + language + ".talk")), language);
  }

  /**
   * A dialogue that exists in several languages is read anew, told twice and killed in one of them,
   * each in another: what a write holds does not depend on the language.
   */
  @TestFactory
  Stream<DynamicTest> itHolds() throws IOException {
    List<TalkFile> talks = TalkFile.all(List.of(FOLDER, SIGNALS));
    Map<String, List<TalkFile>> dialogues =
        talks.stream().collect(Collectors.groupingBy(TranscriptsTest::dialogue));
    return talks.stream()
        .map(
            talk -> {
              List<TalkFile> same = dialogues.getOrDefault(dialogue(talk), List.of());
              int one = Math.floorMod(dialogue(talk).hashCode(), same.size());
              boolean varied = talk.equals(same.get(one));
              int first = 1 + Math.floorMod(dialogue(talk).hashCode(), EVERY);
              return dynamicTest(
                  talk.name(),
                  () -> holds(talk, varied ? talk.run(first, EVERY) : talk.runPlainly()));
            });
  }

  @Tag("long")
  @TestFactory
  Stream<DynamicTest> itHoldsInEveryVariation() throws IOException {
    return TalkFile.all(List.of(FOLDER, SIGNALS)).stream()
        .map(talk -> dynamicTest(talk.name(), () -> holds(talk, talk.run())));
  }

  /** Its name without the language: "merchant" of "merchant.fr.talk". */
  private static String dialogue(TalkFile talk) {
    int dot = talk.name().indexOf('.');
    return dot < 0 ? talk.name() : talk.name().substring(0, dot);
  }

  private static void holds(TalkFile talk, TalkFile.Verdict verdict) {
    assertEquals(List.of(), verdict.failures());
    List<String> wrong = new ArrayList<>();
    for (Handset handset : Handset.values())
      wrong.addAll(new HandsetView(handset).wrong(talk, verdict.seen()));
    assertEquals(List.of(), wrong);
  }
}
