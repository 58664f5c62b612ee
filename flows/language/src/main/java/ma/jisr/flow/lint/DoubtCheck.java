package ma.jisr.flow.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.text.Segments;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.render.Rendered;
import ma.jisr.flow.render.Screen;
import ma.jisr.flow.value.Value;

/**
 * What the engine asks when it is not sure: "did you mean" with the titles of three flows, "leave
 * this for that" with two. Each must be one screen and one segment, whichever flows they are.
 */
final class DoubtCheck implements Check {
  /** Services that "did you mean" offers. */
  private static final int OFFERED = 3;

  private final Map<String, Message> common;

  /**
   * @param common the engine's own texts
   */
  DoubtCheck(Map<String, Message> common) {
    this.common = Map.copyOf(common);
  }

  @Override
  public void check(Subject subject, Report report) {
    Message title = subject.flow().messages().get("title");
    if (title == null) return;
    boolean offered = !subject.flow().start().intents().isEmpty();
    for (Language language : subject.languages()) {
      if (!title.variants().containsKey(language)) continue;
      List<Message> titles = new ArrayList<>(List.of(title));
      titles.addAll(others(subject, language));
      if (offered) fits("\"did you mean\"", choice(titles), title, language, subject, report);
      if (titles.size() == 1) continue;
      fits("leaving it", leave(title, titles.get(1)), title, language, subject, report);
      fits("leaving for it", leave(titles.get(1), title), title, language, subject, report);
    }
  }

  /** The longest titles of other flows that free text starts. */
  private static List<Message> others(Subject subject, Language language) {
    List<Message> titles = new ArrayList<>();
    for (Flow other : subject.all().values()) {
      Message title = other.messages().get("title");
      boolean offered = !other.start().intents().isEmpty() && title != null;
      if (offered && !other.id().equals(subject.flow().id())) titles.add(title);
    }
    titles.sort(Comparator.comparingInt(title -> -length(title, language)));
    return titles.subList(0, Math.min(OFFERED - 1, titles.size()));
  }

  private static int length(Message title, Language language) {
    List<String> variants = title.variants().getOrDefault(language, List.of());
    return variants.isEmpty() ? 0 : variants.getFirst().length();
  }

  private Screen choice(List<Message> titles) {
    List<Screen.Option> options = new ArrayList<>();
    for (Message title : titles)
      options.add(new Screen.Option("", title, "" + (options.size() + 1), Map.of()));
    options.add(option("none_of_these", "0"));
    return new Screen(text("did_you_mean"), Map.of(), options, Screen.Footer.NONE);
  }

  private Screen leave(Message open, Message wished) {
    Map<String, Value> values = new HashMap<>();
    values.put("open", value(open));
    values.put("wished", value(wished));
    List<Screen.Option> options = List.of(option("answer.yes", "1"), option("answer.no", "2"));
    return new Screen(text("leave"), values, options, Screen.Footer.NONE);
  }

  private static Value value(Message title) {
    Map<Language, String> words = new EnumMap<>(Language.class);
    title.variants().forEach((language, variants) -> words.put(language, variants.getFirst()));
    return new Value.Local(new LocalText(words));
  }

  private List<Message> text(String name) {
    Message message = common.get(name);
    return message == null ? List.of() : List.of(message);
  }

  private Screen.Option option(String name, String digit) {
    return new Screen.Option(name, text(name).getFirst(), digit, Map.of());
  }

  private static void fits(
      String what,
      Screen screen,
      Message title,
      Language language,
      Subject subject,
      Report report) {
    Rendered ussd =
        subject
            .renderer()
            .render(
                screen,
                BudgetCheck.reader(language),
                ChannelKind.USSD,
                subject.options().ussd(),
                0);
    Rendered sms =
        subject
            .renderer()
            .render(
                screen, BudgetCheck.reader(language), ChannelKind.SMS, subject.options().sms(), 0);
    boolean one = sms.pages() == 1 && Segments.of(sms.text()).count() == 1;
    if (ussd.pages() == 1 && one) return;
    report.error(title, language, what + " takes more than one screen", "shorten the title");
  }
}
