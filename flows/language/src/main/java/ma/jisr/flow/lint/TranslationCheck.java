package ma.jisr.flow.lint;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import ma.jisr.base.Language;
import ma.jisr.flow.model.Message;

/** Texts that are missing, that lag behind their French, or that name other values than it does. */
final class TranslationCheck implements Check {
  @Override
  public void check(Subject subject, Report report) {
    for (Message message : subject.flow().messages().values())
      for (Language language : subject.languages()) check(message, language, subject, report);
  }

  private static void check(Message message, Language language, Subject subject, Report report) {
    switch (subject.reviews().state(message, language)) {
      case MISSING -> report.error(message, language, "is not translated", "add " + language.tag());
      case STALE ->
          report.error(
              message,
              language,
              "the French has changed since it was translated",
              "translate again, then accept it");
      case DRAFT, REVIEWED -> names(message, language, report);
    }
  }

  /** A full text that leaves out a value of the French one tells people less. */
  private static void names(Message message, Language language, Report report) {
    List<String> source = message.variants().get(Reviews.SOURCE);
    List<String> text = message.variants().get(language);
    if (source == null || text == null) return;
    Set<String> left = plain(source);
    left.removeAll(plain(text));
    if (!left.isEmpty())
      report.error(
          message,
          language,
          "leaves out " + braces(left) + " of the French",
          "name the value in one variant");
  }

  private static Set<String> plain(List<String> variants) {
    Set<String> names = new TreeSet<>();
    for (String name : Placeholders.of(variants)) names.add(name.replace(".read_back", ""));
    return names;
  }

  private static String braces(Set<String> names) {
    return "{" + String.join("}, {", names) + "}";
  }
}
