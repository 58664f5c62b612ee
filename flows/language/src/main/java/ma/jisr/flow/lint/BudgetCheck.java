package ma.jisr.flow.lint;

import ma.jisr.base.Language;
import ma.jisr.base.Script;
import ma.jisr.base.text.Segments;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.model.Budget;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.render.Reader;
import ma.jisr.flow.render.Rendered;
import ma.jisr.flow.render.Screen;

/** Pages and segments of every message at its longest values, in every language. */
final class BudgetCheck implements Check {
  /** The argument by which an operation takes the first letters, as typed on a keypad. */
  private static final String NARROWED_BY = "keys";

  @Override
  public void check(Subject subject, Report report) {
    for (Turn turn : subject.turns())
      for (Language language : subject.languages()) {
        if (turn.parts().stream().noneMatch(m -> m.variants().containsKey(language))) continue;
        if (turn.isOn(ChannelKind.USSD, subject.flow().channels()))
          pages(turn, language, subject, report);
        if (turn.isOn(ChannelKind.SMS, subject.flow().channels()))
          segments(turn, language, subject, report);
      }
  }

  static Reader reader(Language language) {
    return new Reader(language, language.script() == Script.LATIN);
  }

  private static void pages(Turn turn, Language language, Subject subject, Report report) {
    Budget budget = subject.flow().budget();
    if (budget.pages() == 0 || isNarrowed(turn, subject)) return;
    Screen screen = turn.worst(subject, ChannelKind.USSD);
    Rendered first =
        subject
            .renderer()
            .render(screen, reader(language), ChannelKind.USSD, subject.options().ussd(), 0);
    if (first.pages() <= budget.pages()) return;
    report.error(
        turn.parts().getLast(),
        language,
        "%s takes %d USSD pages at worst, the budget is %d"
            .formatted(turn.step().name(), first.pages(), budget.pages()),
        "add a terser variant"
            + (screen.options().isEmpty() ? "" : ", shorten the labels")
            + " or raise the budget");
  }

  /** A list that typed letters shorten: nobody turns all of its pages. */
  private static boolean isNarrowed(Turn turn, Subject subject) {
    return turn.step() instanceof Step.Ask ask
        && ask.source() instanceof Step.Source.Asked asked
        && subject
            .operations()
            .named(asked.operation())
            .map(operation -> operation.takes().containsKey(NARROWED_BY))
            .orElse(false);
  }

  private static void segments(Turn turn, Language language, Subject subject, Report report) {
    int most = subject.flow().budget().segments();
    if (most == 0) return;
    Screen screen = turn.worst(subject, ChannelKind.SMS);
    Rendered first =
        subject
            .renderer()
            .render(screen, reader(language), ChannelKind.SMS, subject.options().sms(), 0);
    Segments cost = Segments.of(first.text());
    if (cost.count() <= most && (first.pages() == 1 || !screen.options().isEmpty())) return;
    report.error(
        turn.parts().getLast(),
        language,
        "%s costs %d segments at worst (%d %s), the budget is %d"
            .formatted(
                turn.step().name(),
                cost.count(),
                first.size(),
                first.ucs2() ? "UCS-2 units" : "septets",
                most),
        "add a terser variant or raise the budget");
  }
}
