package ma.jisr.flow.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with flows that free text starts: each bad one beside its mended self. */
class WishChecksTest {
  private static final String TAKE =
      """
      start: {intents: [ticket.take], fills: {a: shop}}
      a: {ask: text, most: 20}
      b: {end: true}
      messages: {title: {fr: T}, a: {fr: A}, b: {fr: B}}
      """;

  private static final String PAY =
      """
      start: {intents: [wallet.bill], fills: {a: amount}}
      a: {ask: amount, least: 1, most: 100}
      sure: {ask: yesno, refused: home}
      b: {call: wallet.pay, with: {sum: $a}, once: true, needs: network}
      c: {end: true}
      messages: {title: {fr: T}, a: {fr: A}, sure: {fr: "S {a}"}, c: {fr: C}}
      """;

  static Stream<Arguments> heads() {
    return Stream.of(
        Arguments.of(
            TAKE.replace("ticket.take", "ticket.tak"),
            "no text is understood as ticket.tak; name an intent of the label guide",
            TAKE),
        Arguments.of(
            TAKE.replace("a: shop", "a: [shop, sum]"),
            "no text holds a value of type sum; types: amount, shop",
            TAKE.replace("a: shop", "a: [shop, amount]")),
        Arguments.of(
            TAKE.replace("a: shop", "b: shop"),
            "fills b, which asks for no value; name an ask, no yes/no",
            TAKE),
        Arguments.of(
            PAY.replace("{a: amount}", "{sure: amount}"),
            "fills sure, which asks for no value; name an ask, no yes/no",
            PAY),
        Arguments.of(
            TAKE.replace("{a: shop}", "{a: shop}, said: {c: sum}"),
            "no text holds a value of type sum; types: amount, shop",
            TAKE.replace("{a: shop}", "{a: [shop, here]}, said: {c: amount}")),
        Arguments.of(
            TAKE.replace("{a: shop}", "{a: shop}, said: {b: amount}"),
            "said b is the name of a step; use a name of its own",
            TAKE.replace("intents: [ticket.take], fills: {a: shop}", "fills: {a: here}")),
        Arguments.of(
            TAKE.replace("intents: [ticket.take], ", ""),
            "fills without intents are never used; add intents, or drop fills",
            TAKE));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("heads")
  void finds(String bad, String found, String good) {
    assertEquals(
        List.of("flow0.yaml:1: test.flow0: " + found), LintBench.lint(LintBench.flows(bad)));
    assertEquals(List.of(), LintBench.lint(LintBench.flows(good)));
  }

  @Test
  void anIntentStartsOneFlow() {
    assertEquals(
        List.of(
            "flow0.yaml:1: test.flow0: intent ticket.take also starts test.flow1;"
                + " leave it to one of them",
            "flow1.yaml:1: test.flow1: intent ticket.take also starts test.flow0;"
                + " leave it to one of them"),
        LintBench.lint(LintBench.flows(TAKE, TAKE)));
  }

  @Test
  void theWordThatCancelsStartsOneFlowThatAsks() {
    String cancels =
        """
        start: {cancels: true}
        sure: {ask: yesno, refused: home}
        b: {call: wallet.pay, once: true, needs: network}
        c: {end: true}
        messages: {title: {fr: T}, sure: {fr: S}, c: {fr: C}}
        """;
    String unasked =
        cancels.replace("sure: {ask: yesno, refused: home}\n", "").replace(", sure: {fr: S}", "");
    assertEquals(
        1,
        LintBench.lint(LintBench.flows(unasked)).stream()
            .filter(f -> f.contains("the word that cancels comes to wallet.pay without a yes/no"))
            .count());
    assertEquals(
        2,
        LintBench.lint(LintBench.flows(cancels, cancels)).stream()
            .filter(f -> f.contains("the word that cancels also starts"))
            .count());
  }

  static Stream<String> unasked() {
    String mend = "; put an ask: yesno with refused on every way to it";
    String said = " comes to wallet.pay without a yes/no read-back" + mend;
    return Stream.of(
        // nothing is asked at all
        PAY.replace("sure: {ask: yesno, refused: home}\n", "")
                .replace(", sure: {fr: \"S {a}\"}", "")
            + "# wallet.bill"
            + said,
        // a way leads round the question
        PAY.replace("sure: {ask", "way: {when: $a, is: {5000: b}}\nsure: {ask")
            + "# wallet.bill"
            + said,
        // the flow is run by another, which asks nothing either
        """
        start: {intents: [ticket.cancel]}
        a: {go: test.flow1}
        b: {end: true}
        messages: {title: {fr: T}, b: {fr: B}}
        # ticket.cancel\
        """
            + said);
  }

  @ParameterizedTest
  @MethodSource("unasked")
  void moneyAndCancellationsAreReadBackOnEveryWay(String bad) {
    int at = bad.lastIndexOf("# ");
    String inner =
        """
        a: {ask: amount, least: 1, most: 100}
        b: {call: wallet.pay, with: {sum: $a}, once: true, needs: network}
        c: {end: true}
        messages: {a: {fr: A}, c: {fr: C}}
        """;
    List<String> found = LintBench.lint(LintBench.flows(bad.substring(0, at), inner));
    String said = bad.substring(at + 2);
    assertEquals(1, found.stream().filter(f -> f.endsWith("b: " + said)).count(), found::toString);
    assertEquals(List.of(), LintBench.lint(LintBench.flows(PAY)));
  }

  @Test
  void aCodeThatTheQuestionTellsIsAYes() {
    String told =
        PAY.replace("{ask: yesno, refused: home}", "{ask: code, least: 6, most: 6}")
            .replace("S {a}", "{code}: S {a}");
    String untold = told.replace("{code}: ", "");
    assertEquals(0, readBacks(told));
    assertEquals(1, readBacks(untold));
  }

  private static long readBacks(String flow) {
    return LintBench.lint(LintBench.flows(flow)).stream()
        .filter(found -> found.contains("comes to wallet.pay without a yes/no"))
        .count();
  }

  @Test
  void titlesFitTheQuestionsThatNameThem() {
    String wide = TAKE.replace("{fr: T}", "{fr: \"" + "Ticket ".repeat(24) + "\"}");
    List<String> found = LintBench.lint(LintBench.flows(wide, PAY));
    String said = " [fr]: \"did you mean\" takes more than one screen; shorten the title";
    assertEquals(1, found.stream().filter(f -> f.equals("flow0.yaml:5: title" + said)).count());
  }
}
