package ma.jisr.flow.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.text.TextFold;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.model.Step;

/** Options that a person's answer cannot tell apart, or that a word that works everywhere hides. */
final class ChoiceCheck implements Check {
  /** Digits 1 to 8: 9 turns the page. */
  private static final int MAX_FIXED = 8;

  @Override
  public void check(Subject subject, Report report) {
    for (Step step : subject.flow().steps().values()) {
      if (!(step instanceof Step.Ask ask)) continue;
      for (Language language : subject.languages()) options(ask, language, subject, report);
      if (ask.source() == null && ask.options().size() > MAX_FIXED)
        report.error(
            ask,
            "has %d fixed options, digits go to %d".formatted(ask.options().size(), MAX_FIXED),
            "group them under fewer");
      zero(ask, report);
    }
  }

  /** 0 is read as "back" before it is read as an answer. */
  private static void zero(Step.Ask ask, Report report) {
    boolean counted = ask.type() == Step.Type.NUMBER || ask.type() == Step.Type.AMOUNT;
    if (counted && ask.bounds().least() <= 0 && ask.bounds().most() >= 0)
      report.error(ask, "accepts 0, which a screen with a way back takes for back", "add least: 1");
  }

  private static void options(Step.Ask ask, Language language, Subject subject, Report report) {
    Map<String, String> heard = new HashMap<>();
    for (Step.Choice option : ask.options().values()) {
      Message label = subject.flow().messages().get(option.message());
      if (label == null) continue;
      for (String word : words(option, label, language)) {
        String folded = TextFold.command(word);
        if (folded.isEmpty() || word.indexOf('{') >= 0) continue;
        String other = heard.putIfAbsent(folded, option.value());
        if (other != null && !other.equals(option.value()))
          report.error(
              label,
              language,
              "options %s and %s of %s are both answered by \"%s\""
                  .formatted(other, option.value(), ask.name(), word),
              "word one of them otherwise");
        String does = subject.globalWords().get(folded);
        if (does != null)
          report.error(
              label,
              language,
              "\"%s\" means %s everywhere, so option %s cannot be chosen by it"
                  .formatted(word, does, option.value()),
              "word it otherwise");
      }
    }
  }

  private static List<String> words(Step.Choice option, Message label, Language language) {
    List<String> words = new ArrayList<>(label.variants().getOrDefault(language, List.of()));
    words.addAll(option.words().getOrDefault(language, List.of()));
    return words;
  }
}
