package ma.jisr.flow.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.model.Budget;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.render.Rendered;

/**
 * Screens and seconds of the longest way through the flow by USSD, each step gone through once:
 * networks end a session after 20 to 180 seconds.
 */
final class PathCheck implements Check {
  /** A round trip of a screen over 2G signalling. */
  private static final int NETWORK_SECONDS = 3;

  private static final int CHARACTERS_A_SECOND = 10;

  /** Steps looked at before a flow is called too tangled to measure. */
  private static final int MAX_VISITS = 200_000;

  /** The longest way from a step. */
  private record Way(int screens, int seconds) {
    Way after(boolean screen, int cost) {
      return new Way(screens + (screen ? 1 : 0), seconds + cost);
    }
  }

  private static final class Walk {
    private final Subject subject;
    private final Map<String, Integer> seconds;
    private int visits;

    Walk(Subject subject, Map<String, Integer> seconds) {
      this.subject = subject;
      this.seconds = seconds;
    }

    Way from(String name, Set<String> seen) {
      Step step = subject.flow().steps().get(name);
      if (step == null || visits++ > MAX_VISITS || !seen.add(name)) return new Way(0, 0);
      int screens = 0;
      int longest = 0;
      for (String next : subject.edges().after(name)) {
        Way way = from(next, seen);
        screens = Math.max(screens, way.screens());
        longest = Math.max(longest, way.seconds());
      }
      seen.remove(name);
      Integer cost = seconds.get(name);
      return new Way(screens, longest).after(cost != null, cost == null ? 0 : cost);
    }
  }

  @Override
  public void check(Subject subject, Report report) {
    Budget budget = subject.flow().budget();
    if (!subject.flow().channels().contains(ChannelKind.USSD)) return;
    if (budget.screens() == 0 && budget.seconds() == 0) return;
    for (Language language : subject.languages()) {
      Walk walk = new Walk(subject, seconds(subject, language));
      int screens = 0;
      int seconds = 0;
      for (String entry : subject.edges().entries()) {
        Way way = walk.from(entry, new HashSet<>());
        screens = Math.max(screens, way.screens());
        seconds = Math.max(seconds, way.seconds());
      }
      if (walk.visits > MAX_VISITS)
        report.error("the flow has too many ways to be measured", "split it: go runs another one");
      if (budget.screens() > 0 && screens > budget.screens())
        report.error(
            "the longest way has %d screens, the budget is %d".formatted(screens, budget.screens()),
            "ask less, or raise the budget");
      if (budget.seconds() > 0 && seconds > budget.seconds())
        report.error(
            "the longest way takes %d s in %s, the budget is %d s"
                .formatted(seconds, language.tag(), budget.seconds()),
            "say less, ask less, or raise the budget");
    }
  }

  /** What each screen costs: network, reading its first page, pressing keys. */
  private static Map<String, Integer> seconds(Subject subject, Language language) {
    Map<String, Integer> seconds = new HashMap<>();
    for (Turn turn : subject.turns()) {
      boolean shown = turn.step() instanceof Step.Ask || turn.step() instanceof Step.End;
      if (!shown) continue;
      Rendered first =
          subject
              .renderer()
              .render(
                  turn.worst(subject, ChannelKind.USSD),
                  BudgetCheck.reader(language),
                  ChannelKind.USSD,
                  subject.options().ussd(),
                  0);
      int reading = Math.ceilDiv(first.text().length(), CHARACTERS_A_SECOND);
      seconds.merge(turn.step().name(), NETWORK_SECONDS + reading + keys(turn.step()), Math::max);
    }
    return seconds;
  }

  /** Key presses of an answer, the send key included; one second each. */
  private static int keys(Step step) {
    if (!(step instanceof Step.Ask ask)) return 0;
    return switch (ask.type()) {
      case CHOICE, YESNO -> 2;
      // What is dialled most: the first letters, once each.
      case PLACE, CODE, AMOUNT, NUMBER -> 5;
      case DATE, SLOT -> 6;
      case MSISDN -> 11;
      case TEXT -> 20;
    };
  }
}
