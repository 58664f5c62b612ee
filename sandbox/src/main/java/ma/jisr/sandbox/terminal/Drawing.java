package ma.jisr.sandbox.terminal;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.sandbox.phone.Account;
import ma.jisr.sandbox.phone.Glyphs;
import ma.jisr.sandbox.phone.Handset;
import ma.jisr.sandbox.phone.PhoneEvent;
import ma.jisr.sandbox.phone.TextMessage;
import ma.jisr.sandbox.phone.UssdScreen;

/** What the terminal phone draws: pure functions from what happened to lines of text. */
final class Drawing {
  /** Columns inside the frame: a line of a small display, so that lines break as they do there. */
  static final int COLUMNS = 32;

  private static final String ISOLATE = "\u200E\u2068";
  private static final String POP = "\u2069";
  private final Handset handset;

  Drawing(Handset handset) {
    this.handset = handset;
  }

  /** The event, with what the owner has spent so far. */
  String event(PhoneEvent event, Account account) {
    return switch (event) {
      case PhoneEvent.Shown(var screen) -> screen(screen) + account(account);
      case PhoneEvent.Received(var message) -> message(message);
      case PhoneEvent.Failed(var failure) -> "! " + failure.words() + "\n";
      case PhoneEvent.Refused(var why) -> "! the centre refused " + why + "\n";
      case PhoneEvent.Sent(int segments) ->
          "Sent, " + count(segments, "segment") + "." + account(account);
    };
  }

  /** A screen in its frame, with its size. */
  String screen(UssdScreen screen) {
    String ended = screen.open() ? "" : ", end";
    return framed(screen.text()) + "(" + screen.size() + ended + ")";
  }

  /** A message in its frame, with sender, segments and alphabet. */
  String message(TextMessage message) {
    int units = message.alphabet().units(message.text());
    return "SMS from "
        + message.from()
        + "\n"
        + framed(message.text())
        + "("
        + count(message.segments(), "segment")
        + ", "
        + units
        + " "
        + message.alphabet().unit()
        + ")\n";
  }

  private static String account(Account account) {
    return " " + count(account.presses(), "key press") + ", " + account.price() + " DH so far\n";
  }

  private static String count(int n, String noun) {
    String plural = noun.endsWith("s") ? noun + "es" : noun + "s";
    return n + " " + (n == 1 ? noun : plural);
  }

  private String framed(String text) {
    var drawn = new StringBuilder("┌" + "─".repeat(COLUMNS + 2) + "┐\n");
    for (String line : text.lines().toList()) {
      for (String row : rows(line)) {
        drawn.append("│ ").append(padded(row)).append(" │\n");
      }
    }
    return drawn.append("└" + "─".repeat(COLUMNS + 2) + "┘\n").toString();
  }

  private String padded(String row) {
    String shown = Glyphs.shown(row, handset);
    boolean rightToLeft = handset == Handset.BASIC && row.chars().anyMatch(Drawing::isRightToLeft);
    // Isolated, so that a terminal with bidi keeps the frame where it is.
    String isolated = rightToLeft ? ISOLATE + shown + POP : shown;
    return isolated + " ".repeat(Math.max(0, COLUMNS - columns(shown)));
  }

  private static boolean isRightToLeft(int character) {
    return Character.getDirectionality(character) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static int columns(String shown) {
    return (int)
        shown
            .codePoints()
            .filter(c -> Character.getType(c) != Character.FORMAT)
            .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
            .count();
  }

  /** The line broken at spaces, or within a word that is longer than a row. */
  private static List<String> rows(String line) {
    var rows = new ArrayList<String>();
    String rest = line;
    while (columns(rest) > COLUMNS) {
      int end = rest.offsetByCodePoints(0, COLUMNS);
      int space = rest.lastIndexOf(' ', end);
      int cut = space > 0 ? space : end;
      rows.add(rest.substring(0, cut));
      rest = rest.substring(cut).stripLeading();
    }
    rows.add(rest);
    return rows;
  }
}
