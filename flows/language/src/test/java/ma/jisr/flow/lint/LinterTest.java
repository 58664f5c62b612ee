package ma.jisr.flow.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.person.Conversation;
import ma.jisr.flow.person.Reply;
import org.junit.jupiter.api.Test;

/** What is wrong between flows, and with the conversations that are under way. */
class LinterTest {
  private static final String ONE =
      """
      start: {ussd: 1, words: {fr: [ticket]}}
      a: {end: true}
      messages: {a: {fr: A}, title: {fr: T}}
      """;

  @Test
  void twoFlowsClaimAWordOrADigit() {
    String other = ONE.replace("ussd: 1", "ussd: 2").replace("ticket", "guichet");
    assertEquals(List.of(), LintBench.lint(LintBench.flows(ONE, other)));
    assertEquals(
        List.of(
            "flow0.yaml:1: test.flow0: start word \"ticket\" [fr] also starts test.flow1;"
                + " leave it to one of them",
            "flow1.yaml:1: test.flow1: start word \"TICKET\" [fr] also starts test.flow0;"
                + " leave it to one of them"),
        LintBench.lint(
            LintBench.flows(ONE, ONE.replace("ussd: 1", "ussd: 2").replace("ticket", "TICKET"))));
    assertEquals(
        List.of(
            "flow0.yaml:1: test.flow0: digit 1 also starts test.flow1; give it another digit",
            "flow1.yaml:1: test.flow1: digit 1 also starts test.flow0; give it another digit"),
        LintBench.lint(LintBench.flows(ONE, ONE.replace("ticket", "file"))));
  }

  @Test
  void aTextThatIsOneForAllLanguagesIsMeantAsItIsWritten() {
    String probe = "a: {end: true}\nmessages: {a: {fr: واش, en: واش}}\n";
    assertEquals(List.of(), LintBench.lint(LintBench.flows(probe)));
  }

  @Test
  void aFlowThatIsRunCountsWithTheOneThatRunsIt() {
    String outer =
        """
        budget: {screens: %d, seconds: %d}
        a: {ask: text}
        b: {go: test.flow1}
        c: {end: true}
        messages: {a: {fr: A}, c: {fr: C}}
        """;
    String inner =
        """
        a: {ask: text}
        b: {ask: text}
        c: {go: test.flow0}
        d: {end: true}
        messages: {a: {fr: A}, b: {fr: B}, d: {fr: D}}
        """;
    assertEquals(
        List.of(
            "flow0.yaml:1: test.flow0: the longest way has 5 screens, the budget is 2;"
                + " ask less, or raise the budget",
            "flow0.yaml:1: test.flow0: the longest way takes 83 s in fr, the budget is 40 s;"
                + " say less, ask less, or raise the budget"),
        LintBench.lint(LintBench.flows(outer.formatted(2, 40), inner)));
    assertEquals(List.of(), LintBench.lint(LintBench.flows(outer.formatted(5, 83), inner)));
  }

  @Test
  void aListThatLettersShortenMayHaveManyPages() {
    String list =
        """
        budget: {ussd: 1 page}
        a: {ask: choice, from: %s}
        messages: {a: {fr: Q}}
        """;
    assertEquals(1, LintBench.lint(LintBench.flows(list.formatted("shops.search"))).size());
    assertEquals(List.of(), LintBench.lint(LintBench.flows(list.formatted("shops.spelt"))));
  }

  @Test
  void theEnginesOwnOperationsAreKnown() {
    String own = "a: {call: user.language, with: {language: fr%s}}\n";
    assertEquals(List.of(), LintBench.lint(LintBench.flows(own.formatted(""))));
    assertEquals(
        List.of("flow0.yaml:2: a: user.language takes no lang; it takes language, proved"),
        LintBench.lint(LintBench.flows(own.formatted(", lang: fr"))));
  }

  @Test
  void twoFlowsHaveOneName() {
    assertEquals(
        List.of("flow1.yaml:1: t.t: t.t is also the flow of flow0.yaml; rename one of them"),
        LintBench.lint(LintBench.flows("flow: t.t\n" + ONE, "flow: t.t\n" + ONE)));
  }

  @Test
  void aChangeStrandsConversations() {
    Flow flow = LintBench.flows("a: {ask: amount}\nmessages: {a: {fr: A}}\n").getFirst();
    LintAgainst against = new LintAgainst(List.of(flow));
    assertEquals(
        List.of(
            "flow0.yaml:1: b: 1 conversation waits here: the step is gone;"
                + " keep the step until they have ended, or let them start over",
            "flow0.yaml:2: a: 2 conversations wait here: the step asked for place and asks for"
                + " amount now; keep the step until they have ended, or let them start over",
            "gone.flow:0: a: 1 conversation waits here: the flow is gone;"
                + " keep the step until they have ended, or let them start over"),
        against
            .findings(
                Stream.of(
                    at("test.flow0", "old", "a", "PLACE"),
                    at("test.flow0", "old", "a", "place"),
                    at("test.flow0", "old", "a", "AMOUNT"),
                    at("test.flow0", flow.hash(), "a", "PLACE"),
                    at("test.flow0", "old", "b", ""),
                    at("gone.flow", "old", "a", "")))
            .stream()
            .map(Finding::toString)
            .toList());
  }

  private static Conversation at(String flow, String hash, String step, String asked) {
    Conversation.Frame frame =
        new Conversation.Frame(flow, hash, step, asked, Map.of(), "", List.of());
    return new Conversation(
        "01",
        new Reply(ChannelKind.SMS, "link", "2121"),
        ma.jisr.base.Assurance.CLAIMED,
        frame,
        List.of(),
        Map.of(),
        0,
        Conversation.State.ASKING,
        false,
        Instant.EPOCH);
  }
}
