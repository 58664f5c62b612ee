package ma.jisr.flow.lint;

import java.util.List;
import ma.jisr.base.Language;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.model.Expression;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.render.Reader;
import ma.jisr.flow.render.Rendered;
import ma.jisr.flow.render.Screen;

/** Screens that a person cannot leave but forwards. */
final class WayBackCheck implements Check {
  @Override
  public void check(Subject subject, Report report) {
    for (Turn turn : subject.turns())
      if (turn.step() instanceof Step.Ask ask
          && subject.flow().channels().contains(ChannelKind.USSD)) {
        for (Language language : subject.languages()) keys(turn, ask, language, subject, report);
      }
    for (Step step : subject.flow().steps().values()) {
      if (step instanceof Step.Ask ask
          && ask.type() == Step.Type.YESNO
          && ask.refused() == null
          && !branches(ask, subject))
        report.error(ask, "goes on alike after yes and no", "add refused: step, or a when on it");
      if (step instanceof Step.Wait wait && wait.time() == null)
        report.error(wait, "waits for ever for " + wait.event(), "add time: and late:");
    }
  }

  /** Whether a branch on the answer follows, so that "no" is heard. */
  private static boolean branches(Step.Ask ask, Subject subject) {
    return subject.flow().steps().values().stream()
        .anyMatch(
            s ->
                s instanceof Step.When when
                    && when.value() instanceof Expression.Path(List<String> names)
                    && names.getFirst().equals(ask.as()));
  }

  private static void keys(
      Turn turn, Step.Ask ask, Language language, Subject subject, Report report) {
    Screen screen = turn.worst(subject, ChannelKind.USSD);
    Reader reader = BudgetCheck.reader(language);
    // The first page and the last: those between are laid out as the first is.
    for (int page : new int[] {0, Integer.MAX_VALUE}) {
      Rendered shown =
          subject
              .renderer()
              .render(screen, reader, ChannelKind.USSD, subject.options().ussd(), page);
      if (shown.keys().stream().noneMatch(k -> k.option().equals("@home"))) {
        report.error(
            ask, "page " + (shown.page() + 1) + " has no way back", "leave room for the foot");
        return;
      }
    }
  }
}
