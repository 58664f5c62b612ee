package ma.jisr.flow.lint;

import java.util.List;
import java.util.Locale;
import ma.jisr.base.Language;
import ma.jisr.flow.model.Expression;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.model.Step;

/**
 * What a private flow (a wallet's) must not do: leave traces on a phone that is shared, take any
 * digits for an amount, and teach people to follow links, which is what whoever deceives them
 * sends.
 */
final class PrivateCheck implements Check {
  private static final List<String> LINKS =
      List.of("http:", "https:", "www.", "://", ".ma/", ".com");

  @Override
  public void check(Subject subject, Report report) {
    Flow flow = subject.flow();
    if (!flow.personal()) {
      if (!flow.plain().isEmpty())
        report.error("plain in a flow that is not private says nothing", "drop it");
      return;
    }
    if (flow.resumeOffer() != null)
      report.error("a private flow is offered to whoever redials", "drop resume");
    for (Step step : flow.steps().values()) {
      if (step instanceof Step.End end && end.copySms())
        report.error(step, "copies a private text into the inbox", "drop copy: sms");
      if (step instanceof Step.Notify notify
          && toThemselves(notify)
          && !flow.tells(notify.message()))
        report.error(
            step,
            "leaves a private text in the inbox",
            "name its message under plain, or end with it");
      if (step instanceof Step.Ask ask && isUnbounded(ask))
        report.error(
            step,
            "takes every PIN for %s".formatted(kind(ask)),
            "add most: 4 to 6 digits above it are warned of and kept nowhere");
    }
    for (Message message : flow.messages().values()) links(message, report);
  }

  private static boolean toThemselves(Step.Notify notify) {
    return notify.to() instanceof Expression.Path(var names) && names.equals(List.of("user"));
  }

  /** Whether four digits, whatever they say, are an answer. */
  private static boolean isUnbounded(Step.Ask ask) {
    boolean counts = ask.type() == Step.Type.AMOUNT || ask.type() == Step.Type.NUMBER;
    return counts && ask.bounds().most() == Step.Bounds.NONE.most();
  }

  private static String kind(Step.Ask ask) {
    return ask.type() == Step.Type.AMOUNT ? "an amount" : "a number";
  }

  private static void links(Message message, Report report) {
    for (Language language : message.variants().keySet())
      for (String text : message.variants().get(language)) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (LINKS.stream().anyMatch(lower::contains)) {
          report.error(
              message, language, "a text about money has a link", "name a word to send, or a code");
          return;
        }
      }
  }
}
