package ma.jisr.flow.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.flow.Surface;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.parse.FlowParser;
import ma.jisr.flow.render.TestWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewsTest {
  private static final List<Language> BOTH = List.of(Language.FR, Language.EN);

  private final Flow first = flow("Bonjour", "Hello");

  @Test
  void aTextIsADraftUntilItIsAcceptedAndAgainWhenItChanges() {
    assertEquals(Reviews.State.DRAFT, state(Reviews.NONE, first, Language.EN));
    Reviews read = Reviews.NONE.accept(first, BOTH, "amina");
    assertEquals(Reviews.State.REVIEWED, state(read, first, Language.EN));
    assertEquals(Reviews.State.MISSING, state(read, first, Language.AR));
    assertEquals(Reviews.State.DRAFT, state(read, flow("Bonjour", "Hi"), Language.EN));
    assertEquals(Reviews.State.REVIEWED, state(read, flow("Bonjour", "Hi"), Language.FR));
  }

  @Test
  void aTranslationIsStaleWhenItsFrenchChanges() {
    Reviews read = Reviews.NONE.accept(first, BOTH, "");
    Flow changed = flow("Bonsoir", "Hello");
    assertEquals(Reviews.State.DRAFT, state(read, first, Language.EN));
    assertEquals(Reviews.State.STALE, state(read, changed, Language.EN));
    LintOptions options = new LintOptions(BOTH, Surface.USSD, Surface.SMS, LintBench.INTENTS);
    Linter linter =
        new Linter(LintBench.operations(), TestWords.all(), GlobalTable.words(), options);
    assertEquals(
        List.of(
            "t.yaml:3: a [en]: the French has changed since it was translated;"
                + " translate again, then accept it"),
        linter.lint(List.of(changed), Map.of("t.t", read)).stream()
            .map(Finding::toString)
            .toList());
    assertEquals(List.of(), linter.lint(List.of(first), Map.of("t.t", read)));
    assertEquals(
        "en: 1 of 1 translated, 0 reviewed, 0 draft, 1 stale",
        Coverage.of(Language.EN, List.of(changed), Map.of("t.t", read)).toString());
  }

  @Test
  void theFileIsReadAsItWasWritten() {
    Reviews read = Reviews.NONE.accept(first, BOTH, "amina \"a\"");
    assertEquals(read, Reviews.parse("t.reviews.yaml", read.yaml()));
    assertEquals(Reviews.NONE, Reviews.parse("t.reviews.yaml", ""));
    assertEquals(Map.of(), read.accept(withoutMessages(), BOTH, "amina").entries());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: b", "[a]", "a: {en: x}", "a: {en: [", "&a x: *a"})
  void anotherFileIsRefused(String yaml) {
    assertThrows(IllegalArgumentException.class, () -> Reviews.parse("t.reviews.yaml", yaml));
  }

  private static Reviews.State state(Reviews reviews, Flow flow, Language language) {
    return reviews.state(flow.messages().values().iterator().next(), language);
  }

  private static Flow flow(String fr, String en) {
    return FlowParser.parse(
            "t.yaml",
            "flow: t.t\na: {end: true}\nmessages: {a: {fr: \"%s\", en: \"%s\"}}\n"
                .formatted(fr, en))
        .orThrow();
  }

  private static Flow withoutMessages() {
    return LintBench.flows("a: {wait: x, time: 1m}\n").getFirst();
  }
}
