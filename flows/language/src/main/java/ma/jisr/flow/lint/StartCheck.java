package ma.jisr.flow.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.text.TextFold;
import ma.jisr.flow.model.Flow;

/** Start words and digits that two flows claim, or that a word that works everywhere hides. */
final class StartCheck implements Check {
  @Override
  public void check(Subject subject, Report report) {
    Flow flow = subject.flow();
    Map<String, String> others = new HashMap<>();
    for (Flow other : subject.all().values()) {
      if (other.id().equals(flow.id())) continue;
      for (List<String> words : other.start().words().values())
        for (String word : words) others.put(TextFold.command(word), other.id());
      int digit = flow.start().ussd();
      if (flow.start().habits().cancels() && other.start().habits().cancels())
        report.error("the word that cancels also starts " + other.id(), "leave it to one of them");
      if (digit != 0 && digit == other.start().ussd())
        report.error("digit " + digit + " also starts " + other.id(), "give it another digit");
    }
    for (Map.Entry<Language, List<String>> words : flow.start().words().entrySet())
      for (String word : words.getValue()) word(word, words.getKey(), others, subject, report);
  }

  private static void word(
      String word, Language language, Map<String, String> others, Subject subject, Report report) {
    String folded = TextFold.command(word);
    String other = others.get(folded);
    String said = "start word \"" + word + "\" [" + language.tag() + "] ";
    if (other != null) report.error(said + "also starts " + other, "leave it to one of them");
    String does = subject.globalWords().get(folded);
    if (does != null) report.error(said + "means " + does + " everywhere", "choose another word");
    if (folded.isEmpty())
      report.error(said + "is nothing but thanks, pleas or signs", "choose another word");
    else if (!folded.equals(String.join(" ", TextFold.words(word))))
      report.error(
          said + "is never heard: thanks and pleas are left out", "write \"" + folded + '"');
  }
}
