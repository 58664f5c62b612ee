package ma.jisr.flow.lint;

import java.util.List;
import java.util.OptionalInt;
import ma.jisr.base.Language;
import ma.jisr.base.Script;
import ma.jisr.base.text.Gsm7;
import ma.jisr.base.text.Gsm7Substitution;
import ma.jisr.base.text.Segments;
import ma.jisr.flow.model.Message;
import ma.jisr.flow.render.BidiLine;
import ma.jisr.flow.render.BidiMend;

/**
 * What is wrong with a text by itself: a character that forces UCS-2 on a Latin one, a name of no
 * value, a number or code that an Arabic line would show out of order.
 */
final class TextCheck implements Check {
  @Override
  public void check(Subject subject, Report report) {
    for (Message message : subject.flow().messages().values())
      message
          .variants()
          .forEach((language, variants) -> check(message, language, variants, subject, report));
  }

  private static void check(
      Message message, Language language, List<String> variants, Subject subject, Report report) {
    for (String variant : variants) {
      if (language.script() == Script.LATIN && !isAsMeant(message))
        encoding(message, language, variant, report);
      else bidi(message, language, variant, report);
    }
    for (String name : Placeholders.of(variants)) {
      if (subject.scope().type(name).isPresent() || isFree(name, subject)) continue;
      report.error(
          message,
          language,
          "{" + name + "} names no value",
          "name an ask, or a field that a call answers");
    }
  }

  /** A text that is one for all languages (a probe of a script) is meant as it is written. */
  private static boolean isAsMeant(Message message) {
    return message.variants().size() > 1
        && message.variants().values().stream().distinct().count() == 1;
  }

  /** A name that may come from an event, another flow or an operation reported elsewhere. */
  private static boolean isFree(String name, Subject subject) {
    return subject.scope().isOpen(name) || (name.indexOf('.') < 0 && subject.scope().hasOpen());
  }

  private static void encoding(Message message, Language language, String variant, Report report) {
    String near = Gsm7Substitution.apply(variant);
    OptionalInt outside = Gsm7.firstOutside(near);
    if (outside.isEmpty()) return;
    StringBuilder without = new StringBuilder();
    near.codePoints().forEach(c -> without.appendCodePoint(Gsm7.septets(c) > 0 ? c : 'x'));
    report.error(
        message,
        language,
        "%s (U+%04X) forces UCS-2: %d septets become %d units, %s"
            .formatted(
                Character.toString(outside.getAsInt()),
                outside.getAsInt(),
                Gsm7.septets(without.toString()),
                near.length(),
                price(Segments.of(without.toString()).count(), Segments.of(near).count())),
        "write it with letters of GSM-7");
  }

  private static String price(int before, int after) {
    return before == after
        ? "70 of them a segment instead of 160"
        : "%d segments instead of %d".formatted(after, before);
  }

  private static void bidi(Message message, Language language, String variant, Report report) {
    for (String line : BidiMend.apply(variant, false).split("\n", -1)) {
      BidiLine bidi = new BidiLine(line);
      for (BidiLine.Run run : bidi.outOfOrder())
        report.error(
            message,
            language,
            run.text() + " shows out of order; from left to right: " + bidi.leftToRight(),
            "write it unspaced, or on a line of its own after a Latin word");
    }
    int mark = variant.indexOf(BidiLine.MARK);
    if (mark >= 0)
      report.error(
          message,
          language,
          "U+200E shows as a box on phones without bidi",
          "put a word between the numbers instead");
  }
}
