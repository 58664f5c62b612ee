package ma.jisr.flow.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import ma.jisr.base.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with the texts of a flow: each bad one beside its mended self. */
class TextChecksTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource({"choices", "texts", "budgets"})
  void finds(String what, Language language, String bad, String found, String good) {
    assertEquals(List.of(found), LintBench.lint(LintBench.flows(bad), language));
    assertEquals(List.of(), LintBench.lint(LintBench.flows(good), language));
  }

  static Stream<Arguments> choices() {
    String menu =
        """
        a: {ask: choice, options: {x: {}, z: {words: {fr: [bus]}}}}
        messages: {a: {fr: Q}, a.x: {fr: Été}, a.z: {fr: %s}}
        """;
    return Stream.of(
        Arguments.of(
            "labels that fold alike",
            Language.FR,
            menu.formatted("ETE"),
            "flow0.yaml:3: a.z [fr]: options x and z of a are both answered by \"ETE\";"
                + " word one of them otherwise",
            menu.formatted("Hiver")),
        Arguments.of(
            "a label that is a global word",
            Language.FR,
            menu.formatted("Arrêt"),
            "flow0.yaml:3: a.z [fr]: \"Arrêt\" means stop everywhere, so option z cannot be chosen"
                + " by it; word it otherwise",
            menu.formatted("Halte")),
        Arguments.of(
            "zero as an answer",
            Language.FR,
            "k: {ask: number}\nmessages: {k: {fr: N}}\n",
            "flow0.yaml:2: k: accepts 0, which a screen with a way back takes for back;"
                + " add least: 1",
            "k: {ask: number, least: 1}\nmessages: {k: {fr: N}}\n"),
        start("a start word that is global", "aide", "means help everywhere; choose another word"),
        start(
            "an empty start word",
            "...",
            "is nothing but thanks, pleas or signs; choose another word"),
        start(
            "a start word of courtesy",
            "s'il vous plaît",
            "is nothing but thanks, pleas or signs; choose another word"),
        start(
            "a start word with courtesy around it",
            "ticket svp",
            "is never heard: thanks and pleas are left out; write \"ticket\""),
        start(
            "a start word that is global once folded",
            "ARRÊTER !",
            "means stop everywhere; choose another word"),
        start(
            "a global word of another language",
            "unsubscribe",
            "means stop everywhere; choose another word"),
        Arguments.of(
            "more options than digits",
            Language.FR,
            options(9),
            "flow0.yaml:2: a: has 9 fixed options, digits go to 8; group them under fewer",
            options(8)));
  }

  private static Arguments start(String what, String word, String found) {
    String flow =
        "start: {words: {fr: [\"%s\"]}}\na: {end: true}\nmessages: {title: {fr: T}, a: {fr: A}}\n";
    return Arguments.of(
        what,
        Language.FR,
        flow.formatted(word),
        "flow0.yaml:1: test.flow0: start word \"" + word + "\" [fr] " + found,
        flow.formatted("ticket"));
  }

  private static String options(int count) {
    StringBuilder options = new StringBuilder();
    StringBuilder labels = new StringBuilder();
    for (int i = 0; i < count; i++) {
      options.append(i == 0 ? "" : ", ").append((char) ('p' + i)).append(": {}");
      labels.append(", a.").append((char) ('p' + i)).append(": {fr: X").append(i).append('}');
    }
    return "a: {ask: choice, options: {" + options + "}}\nmessages: {a: {fr: A}" + labels + "}\n";
  }

  static Stream<Arguments> texts() {
    String said = "a: {end: true}\nmessages: {a: {fr: \"%s\"}}\n";
    String arabic = "a: {end: true}\nmessages: {a: {fr: X, ary-Arab: \"%s\"}}\n";
    return Stream.of(
        Arguments.of(
            "a character that forces UCS-2",
            Language.FR,
            said.formatted("Œuvre, près, ع et " + "x".repeat(80)),
            "flow0.yaml:3: a [fr]: ع (U+0639) forces UCS-2: 99 septets become 99 units, 2 segments"
                + " instead of 1; write it with letters of GSM-7",
            said.formatted("Œuvre, près, être et " + "x".repeat(80))),
        Arguments.of(
            "a placeholder of nothing",
            Language.FR,
            said.formatted("Chez {wher}."),
            "flow0.yaml:3: a [fr]: {wher} names no value;"
                + " name an ask, or a field that a call answers",
            said.formatted("Chez {user.home}.")),
        Arguments.of(
            "a text that is not translated",
            Language.EN,
            said.formatted("Bonjour"),
            "flow0.yaml:3: a [en]: is not translated; add en",
            "a: {end: true}\nmessages: {a: {fr: Bonjour, en: Hello}}\n"),
        Arguments.of(
            "a translation that says less",
            Language.EN,
            "a: {end: true}\nmessages: {a: {fr: \"A {user.home}\", en: At home}}\n",
            "flow0.yaml:3: a [en]: leaves out {user.home} of the French;"
                + " name the value in one variant",
            "a: {end: true}\nmessages: {a: {fr: \"A {user.home}\", en: \"At {user.home}\"}}\n"),
        Arguments.of(
            "a dial string after an Arabic letter",
            Language.ARY_ARAB,
            arabic.formatted("دوز *585#"),
            "flow0.yaml:3: a [ary-Arab]: *585# shows out of order; from left to right: #585* زود;"
                + " write it unspaced, or on a line of its own after a Latin word",
            arabic.formatted("دوز:\\nUSSD *585#")),
        Arguments.of(
            "an invisible mark",
            Language.ARY_ARAB,
            arabic.formatted("دوز \\u200E*585#\\u200E"),
            "flow0.yaml:3: a [ary-Arab]: U+200E shows as a box on phones without bidi;"
                + " put a word between the numbers instead",
            arabic.formatted("صيفط 2 ل 2121")));
  }

  static Stream<Arguments> budgets() {
    String flow =
        """
        budget: {screens: %d, seconds: %d, ussd: 1 page, sms: 1 segment}
        shop: {ask: choice, from: shops.search, then: ahead}
        ahead: {call: shops.count, with: {shop: $shop}, outcomes: {closed: home}}
        done: {end: true}
        messages: {shop: {fr: Q}, done: {fr: [%s]}}
        """;
    String list = flow.replace("1 page", "2 pages").replace("1 segment", "3 segments");
    String full = "\"Kiosque {shop}. " + "x".repeat(140) + "\"";
    String typed =
        """
        budget: {sms: 1 segment}
        shop: {ask: text, most: 24}
        done: {end: true}
        messages: {shop: {fr: Q}, done: {fr: [%s]}}
        """;
    return Stream.of(
        Arguments.of(
            "pages of a list",
            Language.FR,
            flow.formatted(2, 60, "A").replace("1 segment", "3 segments"),
            "flow0.yaml:6: shop [fr]: shop takes 3 USSD pages at worst, the budget is 1;"
                + " add a terser variant, shorten the labels or raise the budget",
            flow.formatted(2, 60, "A")
                .replace("1 page", "3 pages")
                .replace("1 segment", "3 segments")),
        Arguments.of(
            "segments at the longest values",
            Language.FR,
            typed.formatted(full),
            "flow0.yaml:5: done [fr]: done costs 2 segments at worst (174 septets), the budget is"
                + " 1; add a terser variant or raise the budget",
            typed.formatted(full + ", \"{shop}.\"")),
        Arguments.of(
            "screens",
            Language.FR,
            list.formatted(1, 60, "A").replace("2 pages", "3 pages"),
            "flow0.yaml:1: test.flow0: the longest way has 2 screens, the budget is 1;"
                + " ask less, or raise the budget",
            list.formatted(2, 60, "A").replace("2 pages", "3 pages")),
        Arguments.of(
            "seconds",
            Language.FR,
            list.formatted(2, 20, "A").replace("2 pages", "3 pages"),
            "flow0.yaml:1: test.flow0: the longest way takes 26 s in fr, the budget is 20 s;"
                + " say less, ask less, or raise the budget",
            list.formatted(2, 26, "A").replace("2 pages", "3 pages")));
  }
}
