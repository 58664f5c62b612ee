package ma.jisr.flow.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with the steps of a flow: each bad one beside its mended self. */
class StepChecksTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource({"graph", "offers", "signals", "ends", "operations", "outcomes"})
  void finds(String what, String bad, String found, String good) {
    assertEquals(List.of(found), LintBench.lint(LintBench.flows(bad)));
    assertEquals(List.of(), LintBench.lint(LintBench.flows(good)));
  }

  static Stream<Arguments> graph() {
    return Stream.of(
        Arguments.of(
            "unreachable",
            """
            a: {say: true, then: c}
            b: {say: true}
            c: {end: true}
            messages: {a: {fr: A}, b: {fr: B}, c: {fr: C}}
            """,
            "flow0.yaml:3: b: is never reached; lead a step to it, or delete it",
            """
            a: {say: true}
            b: {say: true}
            c: {end: true}
            messages: {a: {fr: A}, b: {fr: B}, c: {fr: C}}
            """),
        Arguments.of(
            "a choice whose options all lead elsewhere; typed answers go on beside options",
            """
            a: {ask: choice, options: {x: {then: c}}}
            b: {say: true}
            c: {end: true}
            messages: {a: {fr: A}, a.x: {fr: X}, b: {fr: B}, c: {fr: C}}
            """,
            "flow0.yaml:3: b: is never reached; lead a step to it, or delete it",
            """
            a: {ask: code, options: {x: {then: c}}}
            b: {say: true}
            c: {end: true}
            messages: {a: {fr: A}, a.x: {fr: X}, b: {fr: B}, c: {fr: C}}
            """));
  }

  static Stream<Arguments> offers() {
    return Stream.of(
        Arguments.of(
            "nothing to offer",
            """
            a: {ask: place, among: shops.search, offers: [shops.count]}
            b: {end: true}
            messages: {a: {fr: A}, b: {fr: B}}
            """,
            "flow0.yaml:2: a: shops.count gives no list to offer; name one that does",
            """
            a: {ask: place, among: shops.search, offers: [shops.spelt]}
            b: {end: true}
            messages: {a: {fr: A}, b: {fr: B}}
            """),
        Arguments.of(
            "an option that depends on nothing",
            """
            a: {ask: choice, options: {x: {}, w: {if: $far}}}
            b: {end: true}
            messages: {a: {fr: A}, a.x: {fr: X}, a.w: {fr: W}, b: {fr: B}}
            """,
            "flow0.yaml:2: a: $far names no value; name a step, or its field",
            """
            far: {ask: number, least: 1}
            a: {ask: choice, options: {x: {}, w: {if: $far}}}
            b: {end: true}
            messages: {far: {fr: F}, a: {fr: A}, a.x: {fr: X}, a.w: {fr: W}, b: {fr: B}}
            """),
        Arguments.of(
            "a value that nobody gives",
            """
            flow: test.outer
            a: {when: $begun, is: {menu: b}, else: home}
            b: {go: test.outer, with: {begn: menu}}
            """,
            "flow0.yaml:2: a: $begun names no value; name a step, or its field",
            """
            flow: test.outer
            a: {when: $begun, is: {menu: b}, else: home}
            b: {go: test.outer, with: {begun: menu}}
            """),
        Arguments.of(
            "a notice that is too long",
            """
            budget: {sms: 1 segment}
            a: {ask: text, then: end}
            messages: {a: {fr: A}, soon: {fr: "%s"}}
            """
                .formatted("Bientôt votre tour. ".repeat(9)),
            "flow0.yaml:4: soon [fr]: soon costs 2 segments at worst (179 septets), the budget is"
                + " 1; add a terser variant or raise the budget",
            """
            budget: {sms: 1 segment}
            a: {ask: text, then: end}
            messages: {a: {fr: A}, soon: {fr: "%s"}}
            """
                .formatted("Bientôt votre tour. ".repeat(8))));
  }

  static Stream<Arguments> signals() {
    return Stream.of(
        Arguments.of(
            "a message to nobody",
            """
            a: {ask: number, least: 1}
            b: {notify: $a, say: c}
            c: {end: true}
            messages: {a: {fr: A}, c: {fr: C}}
            """,
            "flow0.yaml:3: b: tells $a, which is WHOLE; name a number, or a person's id that an"
                + " operation gave",
            """
            a: {ask: msisdn}
            b: {notify: $a, say: c}
            c: {end: true}
            messages: {a: {fr: A}, c: {fr: C}}
            """),
        Arguments.of(
            "a stranger's words in the operator's name",
            """
            a: {ask: msisdn}
            w: {ask: text, most: 20}
            b: {notify: $a, say: c}
            c: {end: true}
            messages: {a: {fr: A}, w: {fr: W}, c: {fr: "C {w}"}}
            """,
            "flow0.yaml:4: b: sends somebody what the person typed as {w}; say it in words of the"
                + " flow, with what operations answer",
            """
            a: {ask: msisdn}
            w: {ask: number, least: 1, most: 20}
            b: {notify: $a, say: c}
            c: {end: true}
            messages: {a: {fr: A}, w: {fr: W}, c: {fr: "C {w}"}}
            """),
        Arguments.of(
            "an event of nothing",
            """
            a: {wait: called, of: $ticket, time: 10m, late: home}
            """,
            "flow0.yaml:2: a: $ticket names no value; name a step, or its field",
            """
            ticket: {ask: code}
            a: {wait: called, of: $ticket, time: 10m, late: home}
            messages: {ticket: {fr: T}}
            """));
  }

  static Stream<Arguments> ends() {
    return Stream.of(
        Arguments.of(
            "a loop without an ask",
            """
            a: {say: true}
            b: {when: $user.channel, is: {ussd: b}, else: c}
            c: {end: true}
            messages: {a: {fr: A}, c: {fr: C}}
            """,
            "flow0.yaml:3: b: comes back to itself without asking anything;"
                + " put an ask or a wait into the loop",
            """
            a: {ask: text}
            b: {when: $user.channel, is: {ussd: a}, else: c}
            c: {end: true}
            messages: {a: {fr: A}, c: {fr: C}}
            """),
        Arguments.of(
            "no exit",
            """
            a: {ask: text, then: a}
            messages: {a: {fr: A}}
            """,
            "flow0.yaml:2: a: no way leads from it to an end; add end: true, or a way home",
            """
            a: {ask: text, then: home}
            messages: {a: {fr: A}}
            """),
        Arguments.of(
            "yes and no alike",
            """
            a: {ask: yesno}
            messages: {a: {fr: A}}
            """,
            "flow0.yaml:2: a: goes on alike after yes and no; add refused: step, or a when on it",
            """
            a: {ask: yesno, refused: home}
            messages: {a: {fr: A}}
            """),
        Arguments.of(
            "waits for ever",
            """
            a: {wait: called}
            """,
            "flow0.yaml:2: a: waits for ever for called; add time: and late:",
            """
            a: {wait: called, time: 10m, late: home}
            """));
  }

  static Stream<Arguments> operations() {
    return Stream.of(
        Arguments.of(
            "unknown operation",
            """
            a: {call: shops.serch}
            """,
            "flow0.yaml:2: a: shops.serch is no registered operation;"
                + " register it, or mend the name",
            """
            a: {call: shops.search}
            """),
        Arguments.of(
            "missing argument",
            """
            s: {ask: choice, from: shops.search}
            a: {call: shops.count, outcomes: {closed: home}}
            messages: {s: {fr: S}}
            """,
            "flow0.yaml:3: a: shops.count is not given shop; add shop to with",
            """
            s: {ask: choice, from: shops.search}
            a: {call: shops.count, with: {shop: $s}, outcomes: {closed: home}}
            messages: {s: {fr: S}}
            """),
        Arguments.of(
            "argument that is not taken",
            """
            s: {ask: choice, from: shops.search}
            a: {call: shops.count, with: {shop: $s, sho: x}, outcomes: {closed: home}}
            messages: {s: {fr: S}}
            """,
            "flow0.yaml:3: a: shops.count takes no sho; it takes shop",
            """
            s: {ask: choice, from: shops.search}
            a: {call: shops.count, with: {shop: $s}, outcomes: {closed: home}}
            messages: {s: {fr: S}}
            """),
        Arguments.of(
            "argument of another kind",
            """
            s: {ask: amount, least: 1}
            a: {call: shops.count, with: {shop: $s}, outcomes: {closed: home}}
            messages: {s: {fr: S}}
            """,
            "flow0.yaml:3: a: shop of shops.count is ITEM, $s is AMOUNT;"
                + " give it a value of that kind",
            """
            s: {ask: choice, from: shops.search}
            a: {call: shops.count, with: {shop: $s}, outcomes: {closed: home}}
            messages: {s: {fr: S}}
            """));
  }

  static Stream<Arguments> outcomes() {
    return Stream.of(
        Arguments.of(
            "outcome that is not answered",
            """
            s: {ask: choice, from: shops.search}
            a: {call: shops.count, with: {shop: $s}, outcomes: {closed: home, full: s}}
            messages: {s: {fr: S}}
            """,
            "flow0.yaml:3: a: shops.count never answers full; it answers open, closed",
            """
            s: {ask: choice, from: shops.search}
            a: {call: shops.count, with: {shop: $s}, outcomes: {closed: s}}
            messages: {s: {fr: S}}
            """),
        Arguments.of(
            "outcome that is not heard",
            """
            s: {ask: choice, from: shops.search}
            a: {call: shops.count, with: {shop: $s}}
            messages: {s: {fr: S}}
            """,
            "flow0.yaml:3: a: goes on as if all were well when shops.count answers closed;"
                + " add it to outcomes",
            """
            s: {ask: choice, from: shops.search}
            a: {call: shops.count, with: {shop: $s}, outcomes: {closed: home}}
            messages: {s: {fr: S}}
            """),
        Arguments.of(
            "a list that is none",
            """
            s: {ask: choice, from: shops.search}
            a: {call: shops.count, with: {shop: $s}, outcomes: {closed: home}}
            b: {ask: choice, from: $a.ahead}
            messages: {s: {fr: S}, b: {fr: B}}
            """,
            "flow0.yaml:4: b: $a.ahead is no list; choose from a field of kind ITEMS",
            """
            s: {call: shops.search}
            b: {ask: choice, from: $s.shops}
            messages: {b: {fr: B}}
            """),
        Arguments.of(
            "a path to nothing",
            """
            b: {when: $nothing, is: {x: home}}
            """,
            "flow0.yaml:2: b: $nothing names no value; name a step, or its field",
            """
            b: {when: $user.channel, is: {ussd: home}}
            """),
        Arguments.of(
            "a flow that is none",
            """
            b: {go: other.flow}
            """,
            "flow0.yaml:2: b: goes to other.flow, which is no flow; name a flow that is",
            """
            b: {go: test.flow0}
            """));
  }
}
