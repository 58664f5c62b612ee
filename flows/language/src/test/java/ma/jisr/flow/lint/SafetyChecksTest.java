package ma.jisr.flow.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must not be done lightly, or left on a phone that is shared: each bad one beside its mend.
 */
class SafetyChecksTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource({"safety", "payments", "requestsToPay", "privately"})
  void finds(String what, String bad, String found, String good) {
    assertEquals(List.of(found), LintBench.lint(LintBench.flows(bad)));
    assertEquals(List.of(), LintBench.lint(LintBench.flows(good)));
  }

  static Stream<Arguments> safety() {
    String safe =
        """
        sum: {ask: amount, least: 1}
        sure: {ask: yesno, refused: home}
        pay: {call: wallet.pay, with: {sum: $sum}, once: true, needs: network}
        messages: {sum: {fr: S}, sure: {fr: "{sum.read_back} ?"}}
        """;
    return Stream.of(
        Arguments.of(
            "money without once",
            safe.replace("once: true, ", ""),
            "flow0.yaml:4: pay: wallet.pay moves money without once; add once: true",
            safe),
        Arguments.of(
            "money without needs",
            safe.replace(", needs: network", ""),
            "flow0.yaml:4: pay: wallet.pay moves money without needs; add needs: network, or more",
            safe),
        Arguments.of(
            "money below what the operation needs",
            safe.replace("needs: network", "needs: claimed"),
            "flow0.yaml:4: pay: wallet.pay moves money and accepts no less than network;"
                + " write needs: network",
            safe),
        Arguments.of(
            "money that is not read back",
            safe.replace("{sum.read_back} ?", "Payer ?"),
            "flow0.yaml:4: pay: wallet.pay moves money without a read-back;"
                + " put an ask: yesno with refused before it, whose text names {sum}",
            safe));
  }

  static Stream<Arguments> payments() {
    return Stream.of(
        Arguments.of(
            "erasing unasked",
            """
            erase: {call: account.erase, once: true, needs: network}
            """,
            "flow0.yaml:2: erase: account.erase erases without a read-back;"
                + " put an ask: yesno with refused before it, whose text names what will happen",
            """
            sure: {ask: yesno, refused: home}
            erase: {call: account.erase, once: true, needs: network}
            messages: {sure: {fr: "Tout effacer ?"}}
            """),
        Arguments.of(
            "a way around the read-back",
            """
            who: {ask: choice, options: {all: {then: send}, one: {}}}
            sure: {ask: yesno, refused: home}
            send: {call: notice.publish, once: true, needs: linked}
            messages: {who: {fr: W}, who.all: {fr: Tous}, who.one: {fr: Un}, sure: {fr: "Publier ?"}}
            """,
            "flow0.yaml:4: send: notice.publish publishes without a read-back;"
                + " put an ask: yesno with refused before it, whose text names what will happen",
            """
            who: {ask: choice, options: {all: {}, one: {}}}
            sure: {ask: yesno, refused: home}
            send: {call: notice.publish, once: true, needs: linked}
            messages: {who: {fr: W}, who.all: {fr: Tous}, who.one: {fr: Un}, sure: {fr: "Publier ?"}}
            """));
  }

  static Stream<Arguments> requestsToPay() {
    String good =
        """
        private: true
        sum: {ask: amount, least: 1, most: 1000}
        whom: {call: wallet.payee}
        sure: {ask: yesno, refused: home}
        ask: {call: wallet.ask, with: {sum: $sum}, once: true, needs: network, after: end}
        messages: {sum: {fr: S}, sure: {fr: "{sum} a {name} ?"}}
        """;
    String said = "flow0.yaml:6: ask: wallet.ask ";
    return Stream.of(
        Arguments.of(
            "in an open dialogue",
            good.replace(", after: end", ""),
            said + "makes the handset ask for a PIN while our dialogue is open; add after: end",
            good),
        Arguments.of(
            "twice",
            good.replace("once: true, ", ""),
            said + "asks to pay without once; add once: true",
            good),
        Arguments.of(
            "of anybody",
            good.replace("needs: network, ", ""),
            said + "asks to pay without needs; add needs: network, or more",
            good),
        Arguments.of(
            "on a phone that is shared",
            good.replace("private: true", "private: false"),
            said + "asks to pay in a flow that is not private; add private: true",
            good),
        Arguments.of(
            "for a code that says nothing of it",
            good.replace(
                    "sure: {ask: yesno, refused: home}", "sure: {ask: code, least: 6, most: 6}")
                .replace("{sum: $sum}", "{sum: $sum, code: $sure}")
                .replace("{sum} a {name} ?", "Code ?"),
            said
                + "asks to pay without a read-back; put an ask: yesno with refused before it,"
                + " whose text names {sum}, {sure}",
            good.replace(
                    "sure: {ask: yesno, refused: home}", "sure: {ask: code, least: 6, most: 6}")
                .replace("{sum: $sum}", "{sum: $sum, code: $sure}")),
        Arguments.of(
            "for nobody that was named",
            good.replace("{sum} a {name} ?", "{sum} ?"),
            said
                + "after sure, which does not say how much and to whom;"
                + " name an amount and a name in every variant of its text",
            good),
        Arguments.of(
            "for an amount that one variant leaves out",
            good.replace("{fr: \"{sum} a {name} ?\"}", "{fr: [\"{sum} a {name} ?\", \"{sum} ?\"]}"),
            said
                + "after sure, which does not say how much and to whom;"
                + " name an amount and a name in every variant of its text",
            good));
  }

  static Stream<Arguments> privately() {
    String good =
        """
        private: true
        plain: [done]
        sum: {ask: amount, least: 1, most: 1000}
        done: {end: true}
        messages: {sum: {fr: S}, done: {fr: D}}
        """;
    return Stream.of(
        Arguments.of(
            "plain where nothing is private",
            good.replace("private: true", "private: false"),
            "flow0.yaml:1: test.flow0: plain in a flow that is not private says nothing; drop it",
            good),
        Arguments.of(
            "offered to whoever redials",
            good + "resume: {offer: 30m}\n",
            "flow0.yaml:1: test.flow0: a private flow is offered to whoever redials; drop resume",
            good),
        Arguments.of(
            "copied into the inbox",
            good.replace("done: {end: true}", "done: {end: true, copy: sms}"),
            "flow0.yaml:5: done: copies a private text into the inbox; drop copy: sms",
            good),
        Arguments.of(
            "told beside the dialogue",
            good.replace("done: {end: true}", "done: {notify: $user, say: sum}"),
            "flow0.yaml:5: done: leaves a private text in the inbox; name its message under plain,"
                + " or end with it",
            good.replace("done: {end: true}", "done: {notify: $user}")),
        Arguments.of(
            "a PIN for an amount",
            good.replace(", most: 1000", ""),
            "flow0.yaml:4: sum: takes every PIN for an amount; add most: 4 to 6 digits above it are"
                + " warned of and kept nowhere",
            good),
        Arguments.of(
            "a link",
            good.replace("fr: D", "fr: \"Voir https://x.ma\""),
            "flow0.yaml:6: done [fr]: a text about money has a link; name a word to send, or a"
                + " code",
            good));
  }
}
