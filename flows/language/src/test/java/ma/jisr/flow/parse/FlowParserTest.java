package ma.jisr.flow.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.model.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowParserTest {
  private static final String GOOD =
      """
      flow: queue.take
      start: {ussd: 2, words: {fr: [ticket, file], ary-Latn: [nouba]}, rest: where}
      channels: [ussd, sms]
      resume: {offer: 30m}
      budget: {screens: 6, seconds: 90, ussd: 1 page, sms: 2 segments}
      where:
        ask: place
        among: shops.search
        unknown: {say: no_shop, record: unmet, tries: 2, then: home}
      sure:
        ask: yesno
        refused: home
      take:
        call: queue.take
        with: {shop: $where.id, who: $user}
        once: true
        within: 4s
        late: {say: late, move: sms}
        outcomes: {full: where}
      done:
        end: true
        copy: sms
      messages:
        title: Ticket
        where: {fr: ["Quel magasin ? Nom ou code.", "Magasin ?"], reviewed: somebody}
        sure: {fr: "Sûr ?"}
        no_shop: {fr: "Inconnu."}
        late: {fr: "Par SMS."}
        done: {fr: "Ticket {number}."}
      """;

  @Test
  void readsWhatTheGrammarSays() {
    Flow flow = FlowParser.parse("good.yaml", GOOD).orThrow();
    assertEquals("queue.take", flow.id());
    assertEquals(2, flow.start().ussd());
    assertEquals(List.of("ticket", "file"), flow.start().words().get(Language.FR));
    assertEquals(Duration.ofMinutes(30), flow.resumeOffer());
    assertEquals(2, flow.budget().segments());
    assertEquals(List.of("where", "sure", "take", "done"), List.copyOf(flow.steps().keySet()));
    Step.Call take = (Step.Call) flow.steps().get("take");
    assertNotNull(take);
    assertEquals(Duration.ofSeconds(4), take.within());
    assertEquals("done", take.then());
    Message where = flow.messages().get("where");
    assertNotNull(where);
    assertEquals("somebody", where.reviewed());
    Message title = flow.messages().get("title");
    assertNotNull(title);
    assertEquals(List.of("Ticket"), title.variants().get(Language.SHI_LATN));
  }

  @Test
  void hashesStepsAndNothingElse() {
    String hash = FlowParser.parse("a", GOOD).orThrow().hash();
    String comment = GOOD.replace("copy: sms", "copy: sms   # kept");
    String text = GOOD.replace("Inconnu.", "Pas connu.");
    String step = GOOD.replace("within: 4s", "within: 5s");
    assertEquals(hash, FlowParser.parse("b", comment).orThrow().hash());
    assertEquals(hash, FlowParser.parse("c", text).orThrow().hash());
    assertNotEquals(hash, FlowParser.parse("d", step).orThrow().hash());
  }

  /** What is replaced in the good file, by what, and the problem that is then told. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ask: place | ask: plase                | good.yaml:7: unknown input type plase; did you mean place?
          tries: 2   | trys: 2                   | good.yaml:9: unknown key trys in unknown of step where; did you mean tries?
          then: home | then: hme                 | good.yaml:9: step where goes to hme, which is no step; did you mean home?
          4s         | four                      | good.yaml:17: within of step take is no time; write a number and s, m, h or d: 30m
          queue.take | Queue                     | good.yaml:1: the flow has no name of the form service.name; begin with: flow: queue.take
          once: true | once: maybe               | good.yaml:16: once of step take is neither true nor false; write once: true
          shops.search | direct:shops            | good.yaml:8: direct:shops is an address; name a registered operation: service.verb
          {full: where} | {full: were}           | good.yaml:19: step take goes to were, which is no step; did you mean where?
          no_shop: {fr | noshop: {fr             | good.yaml:9: step where has no message no_shop; did you mean noshop?
          title: Ticket | titel: Ticket          | good.yaml:1: start has no message title; did you mean titel?
          channels: [ussd, sms] | channels: [sam] | good.yaml:1: unknown channel sam; did you mean sms?
          sure: {fr | sure: {fra                 | good.yaml:26: unknown language fra; did you mean fr?
          sure: {fr: "Sûr ?"} | sure: {fr: "Sûr ?", fr: "?"} | good.yaml:26: fr is there twice in message sure; rename or remove one
          copy: sms  | copy: fax                 | good.yaml:21: step done copies to fax; write copy: sms
          sms: 2 segments | sms: two             | good.yaml:5: sms of budget is two; write sms: 1 segment
          ussd: 2    | ussd: 9                   | good.yaml:2: ussd 9 is no digit of the menu; 1 to 8: 0 and 9 are keys
          $where.id  | $where..id                | good.yaml:15: $where..id is no path; write $step, $step.field or $user.field
          budget:    | bugdet:                   | good.yaml:5: step bugdet does nothing known; known: ask, call, end, go, notify, say, wait, when
          end: true  | endd: true                | good.yaml:21: step done does nothing known; did you mean end?
          rest: where} | alone: sure}            | good.yaml:2: start has alone or whole without rest; name the step that takes it
          rest: where} | rest: where, alone: sur} | good.yaml:2: start goes to sur, which is no step; did you mean sure?
          refused: home | refused: &a home       | good.yaml:12: anchors and aliases are not taken; write the text out
          refused: home | refused: !x home       | good.yaml:12: tags are not taken; leave out the word after !
          refused: home | "refused: home         | good.yaml:25: not YAML: could not find expected ':'; check quotes, colons and indentation here
          """)
  void namesLineFaultAndMend(String good, String bad, String problem) {
    String text = GOOD.replaceFirst(java.util.regex.Pattern.quote(good), bad.replace("$", "\\$"));
    assertNotEquals(GOOD, text);
    List<String> found =
        FlowParser.parse("good.yaml", text).problems().stream().map(Problem::toString).toList();
    assertTrue(found.contains(problem), () -> String.join("\n", found));
  }

  @Test
  void tellsSeveralAtOnce() {
    String text = GOOD.replace("ask: yesno", "ask: yn").replace("4s", "x").replace("copy", "copi");
    List<Problem> problems = FlowParser.parse("good.yaml", text).problems();
    assertTrue(problems.size() >= 3, problems::toString);
  }

  @Test
  void refusesWordsThatOtherToolsMisread() {
    String text = GOOD.replace("sure:\n  ask", "yes:\n  ask");
    assertTrue(
        FlowParser.parse("good.yaml", text).problems().stream()
            .anyMatch(p -> p.what().equals("yes is no name for a step")));
  }

  @ParameterizedTest
  @CsvSource({"200,{a: ,}", "30000,'- x\n',''"})
  void boundsDepthAndCount(int times, String open, String close) {
    String text = open.repeat(times) + "1" + (close == null ? "" : close.repeat(times));
    Problem problem = FlowParser.parse("bomb.yaml", text).problems().getFirst();
    assertEquals("too deep or too long", problem.what());
  }

  @Test
  void boundsSize() {
    String text = "flow: a.b\n# " + "x".repeat(Yaml.MAX_SIZE);
    assertEquals(1, FlowParser.parse("big.yaml", text).problems().size());
  }

  @Test
  void theEnginesOwnTextsAreThereInAllPhoneLanguages() {
    Map<String, Message> texts = CommonTexts.load();
    for (Message message : texts.values())
      // French does not count in ryal.
      if (!message.name().equals("unit.ryal"))
        assertTrue(
            message.variants().keySet().containsAll(Language.PHONE),
            () -> message.name() + " lacks a language");
  }
}
