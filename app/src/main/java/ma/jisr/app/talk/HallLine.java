package ma.jisr.app.talk;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.base.Language;
import ma.jisr.base.Msisdn;

/**
 * Reads what officials do in a transcript, and who hears them: {@code official of al-haouz.amizmiz
 * sends flood high for 3h}, {@code +212661000002 follows al-haouz.amizmiz in ary-Latn}.
 */
final class HallLine {
  private static final Pattern SENDS =
      Pattern.compile(
          "official of (\\S+) (sends|asks for) (\\S+) (\\S+) for (\\d{1,2})h( as exercise)?");
  private static final Pattern RULES = Pattern.compile("official (approves|cancels) it");
  private static final Pattern CHANGES = Pattern.compile("official changes it to (\\S+)");
  private static final Pattern FOLLOWS =
      Pattern.compile("\\+(\\d{8,15}) follows (\\S+)(?: in (\\S+))?");
  private static final Pattern REGISTERED = Pattern.compile("\\+(\\d{8,15}) is official of (\\S+)");
  private static final Pattern MANY = Pattern.compile("(\\d{1,4}) follow (\\S+)");

  private HallLine() {}

  /** The line; empty when it is about something else. */
  static Optional<TalkLine> parse(int line, String what, Function<String, TalkException> bad) {
    Matcher sends = SENDS.matcher(what);
    if (sends.matches())
      return Optional.of(
          new TalkLine.Sends(
              line,
              sends.group(1),
              sends.group(3),
              sends.group(4),
              Integer.parseInt(sends.group(5)),
              sends.group(6) != null,
              sends.group(2).equals("sends")));
    Matcher rules = RULES.matcher(what);
    if (rules.matches())
      return Optional.of(new TalkLine.Rules(line, rules.group(1).equals("approves")));
    Matcher changes = CHANGES.matcher(what);
    if (changes.matches()) return Optional.of(new TalkLine.Changes(line, changes.group(1)));
    Matcher follows = FOLLOWS.matcher(what);
    if (follows.matches()) {
      String tag = follows.group(3) == null ? "fr" : follows.group(3);
      Language language =
          Language.of(tag).orElseThrow(() -> bad.apply("\"" + tag + "\" is no language"));
      return Optional.of(
          new TalkLine.Follows(line, new Msisdn(follows.group(1)), 1, follows.group(2), language));
    }
    Matcher many = MANY.matcher(what);
    if (many.matches())
      return Optional.of(
          new TalkLine.Follows(
              line,
              new Msisdn("212600000000"),
              Integer.parseInt(many.group(1)),
              many.group(2),
              Language.FR));
    Matcher registered = REGISTERED.matcher(what);
    if (registered.matches())
      return Optional.of(
          new TalkLine.Registers(line, new Msisdn(registered.group(1)), registered.group(2)));
    return Optional.empty();
  }

  /** Whether something that a script's line tells needs those who speak of their own accord. */
  static boolean isIn(Talk talk) {
    return talk.lines().stream().anyMatch(TalkLine.AtHall.class::isInstance);
  }
}
