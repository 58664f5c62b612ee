package ma.jisr.app.channels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A dialogue that goes the same way on every channel, from {@code src/test/talk/channels}. Its
 * first line is its title; then
 *
 * <pre>
 * > amizmiz            words are sent; in USSD they are dialled where nothing is open
 * > [Wifi]             the choice is pressed whose label begins so
 * > (at 31.22,-8.23)   a position is sent
 * > (photo)            what is no words is sent
 * > (shop)             the code of the channel's own shop is sent
 * < Dar Chabab         the next text contains this; another such line: the same text does, too
 * < [Place du souk]    it offers a choice whose label begins so
 * << Votre lieu        the text after it contains this
 * ~ at the menu        somebody new has come to it, and reads French
 * ~ hangs up           the dialogue is closed
 * ~ busy               a fault; also twice, swapped, dropped: played where there is such a one
 * ~ restart            the product is stopped and started
 * ussd: > [Francais]   for one kind of channel only: ussd, sms, chat; or written: both of them
 * # a remark
 * </pre>
 */
record Script(String title, List<Line> lines) {
  private static final Path FOLDER = Path.of("src/test/talk/channels");
  private static final Pattern LINE = Pattern.compile("(?:(\\w+): )?(>|<<|<|~) (.+)");

  /** What may happen that is no fault. */
  private static final Set<String> ELSE = Set.of("restart", "at the menu", "hangs up");

  Script {
    lines = List.copyOf(lines);
  }

  /** One line. */
  record Line(int number, Set<Handset.Kind> kinds, String sign, String text) {
    Line {
      kinds = Set.copyOf(kinds);
    }

    /** What it names in brackets of this kind. */
    Optional<String> within(char open, char close) {
      boolean brackets = text.charAt(0) == open && text.charAt(text.length() - 1) == close;
      return brackets ? Optional.of(text.substring(1, text.length() - 1)) : Optional.empty();
    }

    @Override
    public String toString() {
      return number + ": " + sign + " " + text;
    }
  }

  static List<Script> all() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Script> scripts = new ArrayList<>();
      for (Path file : files.sorted().toList()) scripts.add(parse(Files.readString(file)));
      return scripts;
    }
  }

  static Script parse(String text) {
    List<String> all = text.lines().toList();
    List<Line> lines = new ArrayList<>();
    for (int i = 1; i < all.size(); i++) {
      String line = all.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) continue;
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) throw new IllegalArgumentException(all.getFirst() + ": " + line);
      lines.add(new Line(i + 1, kinds(matcher.group(1)), matcher.group(2), matcher.group(3)));
    }
    return new Script(all.getFirst(), lines);
  }

  private static Set<Handset.Kind> kinds(String word) {
    if (word == null) return EnumSet.allOf(Handset.Kind.class);
    return word.equals("written")
        ? EnumSet.of(Handset.Kind.SMS, Handset.Kind.CHAT)
        : EnumSet.of(Handset.Kind.valueOf(word.toUpperCase(Locale.ROOT)));
  }

  boolean restarts() {
    return lines.stream().anyMatch(Script::isRestart);
  }

  static boolean isRestart(Line line) {
    return line.sign().equals("~") && line.text().equals("restart");
  }

  /** Whether it can be played there: what goes wrong in it can go wrong there. */
  boolean fits(Handset handset) {
    return lines.stream()
        .allMatch(line -> fault(line).filter(f -> !handset.faults().contains(f)).isEmpty());
  }

  /** The fault that a line names. */
  static Optional<Handset.Fault> fault(Line line) {
    if (!line.sign().equals("~") || ELSE.contains(line.text())) return Optional.empty();
    return Optional.of(Handset.Fault.valueOf(line.text().toUpperCase(Locale.ROOT)));
  }
}
