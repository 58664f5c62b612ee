package ma.jisr.flow.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites lines whose numbers, codes or names would show out of order. Each way of writing is
 * tried on the line itself and the first that reads right is kept, the plainest first: a phone
 * without the bidirectional algorithm shows them all right, but for the invisible marks.
 */
public final class BidiMend {
  private static final Pattern SPACED_NUMBER = Pattern.compile("\\+?\\d{1,4}(?:[ .-]\\d{1,4}){2,}");
  private static final Pattern RANGE = Pattern.compile("(\\S*\\d\\S*?) ?[-–] ?(\\d\\S*)");
  private static final Pattern NUMBERS = Pattern.compile("([\\d*#+]+) +([\\d*#+]+)");
  private static final Pattern MASK = Pattern.compile("(?<=\\d)[.*•·_x…-]{2,}(?=\\d)");

  /** "to", between numbers, in Darija and in Arabic. */
  private static final String TO = " ل ";

  private BidiMend() {}

  /**
   * The text with each Arabic-script line rewritten where needed; a run that no way mends stays.
   *
   * @param marks whether the link carries U+200E
   */
  public static String apply(String text, boolean marks) {
    if (!mayBeArabic(text)) return text;
    if (text.indexOf('\n') < 0) return line(text, marks);
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\n", -1)) lines.add(line(line, marks));
    return String.join("\n", lines);
  }

  /** Whether there is anything behind the letters of Europe, where right-to-left ones begin. */
  private static boolean mayBeArabic(String text) {
    for (int i = 0; i < text.length(); i++) if (text.charAt(i) >= '\u0590') return true;
    return false;
  }

  private static String line(String text, boolean marks) {
    String line = text;
    List<BidiLine.Run> broken = new BidiLine(line).outOfOrder();
    // From the last to the first, so that the places of those before stay true.
    for (BidiLine.Run run : broken.reversed()) line = mended(line, run, marks);
    return line;
  }

  private static String mended(String line, BidiLine.Run run, boolean marks) {
    int brokenNow = new BidiLine(line).outOfOrder().size();
    for (String way : ways(run.text(), marks)) {
      String tried = line.substring(0, run.start()) + way + line.substring(run.end());
      if (new BidiLine(tried).outOfOrder().size() < brokenNow) return tried;
    }
    return line;
  }

  private static List<String> ways(String run, boolean marks) {
    List<String> ways = new ArrayList<>();
    if (SPACED_NUMBER.matcher(run).matches()) {
      ways.add(plain(run.replaceAll("[ .-]", "")));
    } else {
      ways.add(plain(run));
      ways.add(MASK.matcher(run).replaceAll("xx"));
      ways.add(run.replaceAll("(?<=\\d) (?=\\p{IsLatin}+$)", ""));
      ways.add(run.replace(' ', '-'));
      Matcher range = RANGE.matcher(run);
      if (range.matches()) ways.add(range.group(1) + TO + range.group(2));
      Matcher numbers = NUMBERS.matcher(run);
      if (numbers.matches()) ways.add(numbers.group(1) + TO + numbers.group(2));
    }
    if (marks) ways.add(BidiLine.MARK + run + BidiLine.MARK);
    return ways;
  }

  /** The international prefix without its plus sign. */
  private static String plain(String run) {
    return run.startsWith("+") ? "00" + run.substring(1) : run;
  }
}
