package ma.jisr.app.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.gateway.limit.Limits;

/** Reads {@code limits}: the bounds of cost and abuse, or {@code none} for load tests. */
final class LimitsReader {
  private static final String KEY = "limits";
  private static final Pattern PREFIX = Pattern.compile("\\+([1-9]\\d{0,14})");
  private static final Pattern RATE = Pattern.compile("(\\d{1,6})/s");
  private static final long MOST = 1_000_000_000;

  private LimitsReader() {}

  static Limits read(Section root, List<LinkSettings> links) {
    if (!root.is(KEY, "none")) return read(root.section(KEY));
    for (LinkSettings link : links)
      if (!loopback(link.host()))
        root.problem(
            KEY,
            "is none, but the link " + link.id() + " leaves this machine",
            "Set ceilings: none is for load tests over loopback");
    return Limits.none();
  }

  private static Limits read(Section section) {
    Limits usual = Limits.usual();
    Limits limits =
        new Limits(
            destinations(section, usual.destinations()),
            (int) section.whole("number-hour", usual.numberHour(), 1, MOST),
            (int) section.whole("feature-day", usual.featureDay(), 1, MOST),
            rate(section, usual.newPersons()),
            section.duration(
                "first-contact",
                usual.firstContact(),
                Duration.ofMinutes(1),
                Duration.ofDays(365)));
    section.finish();
    return limits;
  }

  private static List<String> destinations(Section section, List<String> otherwise) {
    List<String> digits = new ArrayList<>();
    for (String prefix : section.words("destinations")) {
      Matcher matcher = PREFIX.matcher(prefix);
      if (matcher.matches()) digits.add(matcher.group(1));
      else
        section.problem(
            "destinations",
            "holds what is not the beginning of an international number",
            "Write for example destinations: [\"+2126\", \"+2127\"]");
    }
    return digits.isEmpty() ? otherwise : digits;
  }

  private static int rate(Section section, int otherwise) {
    Matcher matcher = RATE.matcher(section.text("new-persons", otherwise + "/s"));
    if (matcher.matches() && Integer.parseInt(matcher.group(1)) > 0)
      return Integer.parseInt(matcher.group(1));
    section.problem(
        "new-persons",
        "is not a number of people a second",
        "Write for example new-persons: 100/s");
    return otherwise;
  }

  /** Names are resolved only when they are localhost: no other leads here for certain. */
  private static boolean loopback(String host) {
    if (host.equals("localhost")) return true;
    if (!host.matches("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*")) return false;
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
