package ma.jisr.app.talk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import org.jspecify.annotations.Nullable;

/** Reads a {@code .talk} file; docs/flow-language.md has its grammar. */
public final class TalkParser {
  /** Where the network says that the phone is. */
  private static final Pattern HERE = Pattern.compile("near -?\\d+\\.\\d+ -?\\d+\\.\\d+");

  /** Clocks of transcripts are on the wall of the town hall. */
  static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");

  private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final Pattern SIZE = Pattern.compile("^(.*?)\\s{2,}\\((\\d+) of (\\d+)\\)$");
  private static final Pattern END = Pattern.compile("^(.*?)\\s{2,}\\(end\\)$");
  private static final Pattern SEGMENTS = Pattern.compile("^(.*?)\\s{2,}\\((\\d+) segments?\\)$");
  private static final Pattern PASS = Pattern.compile("(\\d+)(ms|s|m|h|d) pass(?:es)?");
  private static final Pattern DONE =
      Pattern.compile("(\\S+) done (once|never|\\d+ times)(?: with (.*))?");
  private static final Pattern GOT = Pattern.compile("\\+(\\d{8,15}) got (.+)");
  private static final Pattern KEEPS = Pattern.compile("keeps \\d{4,7}");
  private static final Pattern OFFICIAL = Pattern.compile("official of \\S+( \\S+)*");
  private static final Pattern SPENT = Pattern.compile("spent (\\d+) segments?");

  /** Whom "agent" makes of the user. */
  private static final Actor AGENT = new Actor("agent", Role.AGENT, Territory.EVERYWHERE);

  private final String file;
  private final List<String> lines;
  private final List<Talk.Given> givens = new ArrayList<>();
  private final List<TalkLine> talk = new ArrayList<>();
  private Talk.@Nullable User user;
  private @Nullable Instant at;
  private int next;

  private TalkParser(String file, String text) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  /**
   * @throws TalkException naming file and line
   */
  public static Talk parse(String file, String text) {
    return new TalkParser(file, text).talk();
  }

  private Talk talk() {
    String title =
        lines.stream().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
    while (next < lines.size()) line(lines.get(next).stripTrailing());
    if (user == null) throw bad(1, "names no user: write for example: user +212661000001, fr");
    if (at == null) throw bad(1, "has no time: write for example: at 2026-03-02 10:15");
    if (talk.isEmpty()) throw bad(lines.size(), "says nothing");
    return new Talk(file, title, user, at, givens, talk);
  }

  private void line(String line) {
    int number = ++next;
    if (line.startsWith("> ")) talk.add(new TalkLine.Types(number, line.substring(2).strip()));
    else if (line.startsWith("sms > "))
      talk.add(new TalkLine.Texts(number, line.substring(6).strip()));
    else if (line.startsWith("< ") || line.equals("<")) talk.add(screen(number, line));
    else if (line.startsWith("sms < ")) talk.add(sms(number, line));
    else if (line.startsWith("~ "))
      for (String what : line.substring(2).split(",", -1)) talk.add(world(number, what.strip()));
    else if (line.startsWith("= ")) talk.add(fact(number, line.substring(2).strip()));
    else if (line.startsWith("user ")) user = user(number, line.substring(5));
    else if (line.startsWith("at ")) at = at(number, line.substring(3).strip());
    else if (line.startsWith("given "))
      givens.add(GivenParser.parse(line.substring(6).strip(), what -> bad(number, what)));
    else if (!line.isBlank() && !line.startsWith("#") && user != null)
      throw bad(number, "is neither >, <, sms, ~, = nor a comment (#)");
  }

  private TalkLine screen(int first, String line) {
    List<String> screen = new ArrayList<>();
    String rest = line;
    while (true) {
      String text = rest.length() > 2 ? rest.substring(2) : "";
      Matcher end = END.matcher(text);
      boolean ends = end.matches();
      if (ends) text = end.group(1);
      Matcher size = SIZE.matcher(text);
      Optional<TalkLine.Size> sized = Optional.empty();
      if (size.matches()) {
        text = size.group(1);
        sized =
            Optional.of(
                new TalkLine.Size(
                    Integer.parseInt(size.group(2)), Integer.parseInt(size.group(3))));
      }
      screen.add(text.stripTrailing());
      boolean more = next < lines.size() && lines.get(next).startsWith("<");
      if (ends || sized.isPresent() || !more)
        return new TalkLine.Shows(first, next, screen, sized, ends);
      rest = lines.get(next++).stripTrailing();
    }
  }

  private TalkLine sms(int first, String line) {
    List<String> text = new ArrayList<>();
    String rest = line;
    while (true) {
      String said = rest.substring(6);
      Matcher segments = SEGMENTS.matcher(said);
      if (segments.matches()) {
        text.add(segments.group(1));
        return new TalkLine.Receives(
            first, next, text, Optional.of(Integer.parseInt(segments.group(2))));
      }
      text.add(said);
      if (next >= lines.size() || !lines.get(next).startsWith("sms < "))
        return new TalkLine.Receives(first, next, text, Optional.empty());
      rest = lines.get(next++).stripTrailing();
    }
  }

  private TalkLine world(int number, String what) {
    Matcher pass = PASS.matcher(what);
    if (pass.matches())
      return new TalkLine.Happens(
          number, TalkLine.World.TIME_PASSES, duration(pass.group(1), pass.group(2)));
    if (what.startsWith("deploy "))
      return new TalkLine.Deploys(number, what.substring("deploy ".length()).strip());
    Optional<TalkLine> signal = SignalParser.parse(number, what, wrong -> bad(number, wrong));
    if (signal.isPresent()) return signal.get();
    Optional<TalkLine> shop = ShopLine.parse(number, what, wrong -> bad(number, wrong));
    if (shop.isPresent()) return shop.get();
    Optional<TalkLine> hall = HallLine.parse(number, what, wrong -> bad(number, wrong));
    if (hall.isPresent()) return hall.get();
    Optional<TalkLine> wallet = WalletLine.parse(number, what, wrong -> bad(number, wrong));
    if (wallet.isPresent()) return wallet.get();
    Optional<TalkLine> challenge = ChallengeLine.parse(number, what);
    if (challenge.isPresent()) return challenge.get();
    return switch (what) {
      case "receipt says failed" ->
          new TalkLine.Happens(number, TalkLine.World.RECEIPT_SAYS_FAILED, Duration.ZERO);
      case "network drops" ->
          new TalkLine.Happens(number, TalkLine.World.NETWORK_DROPS, Duration.ZERO);
      case "that arrives twice" ->
          new TalkLine.Happens(number, TalkLine.World.THAT_ARRIVES_TWICE, Duration.ZERO);
      case "restart" -> new TalkLine.Happens(number, TalkLine.World.RESTART, Duration.ZERO);
      default ->
          throw bad(
              number,
              "the world cannot do \""
                  + what
                  + "\": it can: network drops, 12m pass, that arrives twice, receipt says"
                  + " failed, restart, deploy FILE, service raises EVENT, service tells FLOW"
                  + " MESSAGE, shop CODE calls, 3 wait at CODE, wallet approves,"
                  + " official of PLACE sends flood high for 3h, NUMBER owns 2.4 as NAME,"
                  + " NUMBER texts WORDS");
    };
  }

  private TalkLine fact(int number, String fact) {
    Optional<TalkLine> wallet = WalletLine.fact(number, fact);
    if (wallet.isPresent()) return wallet.get();
    Matcher spent = SPENT.matcher(fact);
    if (spent.matches()) return new TalkLine.Spent(number, Integer.parseInt(spent.group(1)));
    Matcher got = GOT.matcher(fact);
    if (got.matches())
      return new TalkLine.Got(number, new Msisdn(got.group(1)), got.group(2).strip());
    Matcher done = DONE.matcher(fact);
    if (!done.matches())
      throw bad(
          number,
          "is no fact: write \"queue.take done once with shop ag12\", \"spent 1 segment\" or"
              + " \"+212661000002 got TEXT\"");
    int times =
        switch (done.group(2)) {
          case "once" -> 1;
          case "never" -> 0;
          default -> Integer.parseInt(done.group(2).substring(0, done.group(2).indexOf(' ')));
        };
    return new TalkLine.Done(number, done.group(1), times, with(number, done.group(3)));
  }

  private Map<String, String> with(int number, @Nullable String pairs) {
    Map<String, String> with = new LinkedHashMap<>();
    if (pairs == null) return with;
    for (String pair : pairs.split(",", -1)) {
      String[] words = pair.strip().split("\\s+", 2);
      if (words.length != 2)
        throw bad(number, "\"" + pair.strip() + "\" is not a name and a value");
      with.put(words[0], words[1]);
    }
    return with;
  }

  private Talk.User user(int number, String text) {
    String[] parts = text.split(",", -1);
    Optional<Language> language = Optional.empty();
    Talk.Letters letters = Talk.Letters.UNKNOWN;
    Optional<Actor> account = Optional.empty();
    String here = "";
    Optional<String> shop = Optional.empty();
    for (String part : List.of(parts).subList(1, parts.length)) {
      switch (part.strip()) {
        case "shows arabic" -> letters = Talk.Letters.SHOWN;
        case "agent" -> account = Optional.of(AGENT);
        case String area when OFFICIAL.matcher(area).matches() ->
            account = Optional.of(official(area.substring("official of ".length())));
        case "shows squares" -> letters = Talk.Letters.SQUARES;
        case String at when HERE.matcher(at).matches() ->
            here = "geo:" + at.substring("near ".length()).replace(' ', ',') + ";u=1500";
        case String keeps when KEEPS.matcher(keeps).matches() ->
            shop = Optional.of(keeps.substring(keeps.indexOf(' ') + 1));
        default -> {
          language = Language.of(part.strip());
          if (language.isEmpty())
            throw bad(
                number,
                "\""
                    + part.strip()
                    + "\" is no language: write fr, ar, ary-Arab, ary-Latn, shi-Latn or en, and"
                    + " shows arabic or shows squares");
        }
      }
    }
    try {
      return new Talk.User(
          new Msisdn(parts[0].strip().replaceFirst("^\\+", "")),
          language,
          letters,
          account,
          here,
          shop);
    } catch (IllegalArgumentException e) {
      throw bad(
          number, "\"" + parts[0].strip() + "\" is no number: write for example +212661000001");
    }
  }

  /** An official of one area, or of several with blanks between them. */
  private static Actor official(String areas) {
    return new Actor("official", Role.OFFICIAL, Territory.of(List.of(areas.split(" ", -1))));
  }

  private Instant at(int number, String text) {
    try {
      return LocalDateTime.parse(text, AT).atZone(ZONE).toInstant();
    } catch (DateTimeParseException e) {
      throw bad(number, "\"" + text + "\" is no time: write for example 2026-03-02 10:15");
    }
  }

  static Duration duration(String number, String unit) {
    long n = Long.parseLong(number);
    return switch (unit) {
      case "ms" -> Duration.ofMillis(n);
      case "s" -> Duration.ofSeconds(n);
      case "m" -> Duration.ofMinutes(n);
      case "h" -> Duration.ofHours(n);
      default -> Duration.ofDays(n);
    };
  }

  private TalkException bad(int line, String what) {
    return new TalkException(file, line, what);
  }
}
