package ma.jisr.flow.lint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.Language;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.model.Budget;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.render.Rendered;

/**
 * Screens and seconds of the longest way through the flow by USSD, each step gone through once:
 * networks end a session after 20 to 180 seconds. The flows that it runs by go are counted with it.
 */
final class PathCheck implements Check {
  /** A round trip of a screen over 2G signalling. */
  private static final int NETWORK_SECONDS = 3;

  private static final int CHARACTERS_A_SECOND = 10;

  /** Steps looked at before a flow is called too tangled to measure. */
  private static final int MAX_VISITS = 200_000;

  /** The longest way from a step. */
  private record Way(int screens, int seconds) {
    static final Way NONE = new Way(0, 0);

    Way longer(Way other) {
      return new Way(Math.max(screens, other.screens), Math.max(seconds, other.seconds));
    }

    Way plus(Way other) {
      return new Way(screens + other.screens, seconds + other.seconds);
    }
  }

  /** The ways of one flow in one language; those of the flows that it runs are walked with it. */
  private static final class Walk {
    private final Subject subject;
    private final Language language;
    private final Set<String> around;
    private final Map<String, Integer> seconds;
    private final Map<String, Way> inner = new HashMap<>();
    private int visits;

    /**
     * @param around the flows that run this one: a circle is gone through once
     */
    Walk(Subject subject, Language language, Set<String> around) {
      this.subject = subject;
      this.language = language;
      this.around = new HashSet<>(around);
      this.around.add(subject.flow().id());
      this.seconds = seconds(subject, language);
    }

    Way longest() {
      Way longest = Way.NONE;
      for (String entry : subject.edges().entries())
        longest = longest.longer(from(entry, new HashSet<>()));
      return longest;
    }

    private Way from(String name, Set<String> seen) {
      Step step = subject.flow().steps().get(name);
      if (step == null || visits++ > MAX_VISITS || !seen.add(name)) return Way.NONE;
      Way rest = Way.NONE;
      for (String next : subject.edges().after(name)) rest = rest.longer(from(next, seen));
      seen.remove(name);
      Integer cost = seconds.get(name);
      if (cost != null) rest = rest.plus(new Way(1, cost));
      return step instanceof Step.Go go ? rest.plus(through(go.flow())) : rest;
    }

    private Way through(String flow) {
      Way known = inner.get(flow);
      if (known != null) return known;
      Flow other = subject.all().get(flow);
      if (other == null || around.contains(flow)) return Way.NONE;
      Walk walk = new Walk(subject.of(other), language, around);
      Way way = walk.longest();
      visits += walk.visits;
      inner.put(flow, way);
      return way;
    }
  }

  @Override
  public void check(Subject subject, Report report) {
    Budget budget = subject.flow().budget();
    if (!subject.flow().channels().contains(ChannelKind.USSD)) return;
    if (budget.screens() == 0 && budget.seconds() == 0) return;
    for (Language language : subject.languages()) {
      Walk walk = new Walk(subject, language, Set.of());
      Way way = walk.longest();
      if (walk.visits > MAX_VISITS)
        report.error("the flow has too many ways to be measured", "split it: go runs another one");
      if (budget.screens() > 0 && way.screens() > budget.screens())
        report.error(
            "the longest way has %d screens, the budget is %d"
                .formatted(way.screens(), budget.screens()),
            "ask less, or raise the budget");
      if (budget.seconds() > 0 && way.seconds() > budget.seconds())
        report.error(
            "the longest way takes %d s in %s, the budget is %d s"
                .formatted(way.seconds(), language.tag(), budget.seconds()),
            "say less, ask less, or raise the budget");
    }
  }

  /** What each screen costs: network, reading its first page, pressing keys. */
  private static Map<String, Integer> seconds(Subject subject, Language language) {
    Map<String, Integer> seconds = new HashMap<>();
    for (Turn turn : subject.turns()) {
      boolean ended = turn.step() instanceof Step.Call call && call.last() != null;
      boolean shown = ended || turn.step() instanceof Step.Ask || turn.step() instanceof Step.End;
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
