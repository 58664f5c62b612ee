package ma.jisr.gateway.log;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of the message log, as a line: a turn with its MO and MTs, or a later change of state. It
 * says that something was said, never what or to which number.
 *
 * <p>{@code 1764672900000 qZ3….7 MO MESSAGE iam 1 100;MT MESSAGE iam 2 60} is a turn: when (epoch
 * milliseconds), the input's mark and the version of the document that the turn made, and for each
 * message its way, kind, link, segments, cost in centimes ({@code -} where nobody has said), and a
 * state where it is not the usual one. The MTs' ids are those words, a dot, and their number from
 * 0: those of the outbox entries. {@code 1764672900120 qZ3….7.0 =taken} is a change of state.
 *
 * @param line as above, ASCII without quotes, backslashes and control characters
 */
public record LogRow(@JsonValue String line) {
  /** Longest line that is taken over from a document, characters. */
  static final int LONGEST = 2_000;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public LogRow {
    line = plain(line);
  }

  /**
   * A turn's row.
   *
   * @param turn its id: the input's mark, a dot, the version that it made
   * @param messages as {@link #message} writes them, joined by semicolons
   */
  public static LogRow turn(Instant at, String turn, String messages) {
    return new LogRow(at.toEpochMilli() + " " + word(turn) + ' ' + messages);
  }

  /** A change of state. */
  public static LogRow state(Instant at, String entry, String state) {
    return new LogRow(at.toEpochMilli() + " " + word(entry) + " =" + state);
  }

  /**
   * Appends a message to a turn's messages.
   *
   * @param cost centimes; below 0 when nobody has said
   * @param state "" for the usual one
   */
  public static void message(
      StringBuilder messages,
      String way,
      String kind,
      String link,
      int segments,
      long cost,
      String state) {
    if (!messages.isEmpty()) messages.append(';');
    messages.append(way).append(' ').append(kind).append(' ').append(word(link)).append(' ');
    messages.append(segments).append(' ');
    if (cost < 0) messages.append('-');
    else messages.append(cost);
    if (!state.isEmpty()) messages.append(' ').append(state);
  }

  /** When; 1970 for a line of another making. */
  public Instant at() {
    try {
      return Instant.ofEpochMilli(Long.parseLong(field(0)));
    } catch (NumberFormatException e) {
      return Instant.EPOCH;
    }
  }

  /** The turn's id, or the id of the entry whose state changed. */
  public String id() {
    return field(1);
  }

  /** Whether it is a turn's, and not that of a change of state. */
  public boolean isTurn() {
    return !field(2).startsWith("=");
  }

  private String field(int number) {
    int from = 0;
    for (int i = 0; i < number; i++) from = line.indexOf(' ', from) + 1;
    int to = line.indexOf(' ', from);
    return to < 0 ? line.substring(from) : line.substring(from, to);
  }

  /** What it says, a message or a change of state each, without its time. */
  public List<Said> said() {
    String[] parts = line.split(" ", 3);
    if (parts.length < 3) return List.of();
    if (parts[2].startsWith("="))
      return List.of(new Said(parts[1], "", "", "", 0, "", parts[2].substring(1)));
    List<Said> all = new ArrayList<>();
    int sent = 0;
    for (String message : parts[2].split(";", -1)) {
      String[] words = message.split(" ", 6);
      if (words.length < 5) continue;
      boolean mo = words[0].equals("MO");
      String id = mo ? parts[1] : parts[1] + '.' + sent++;
      String state = words.length == 6 ? words[5] : mo ? "taken in" : "made";
      all.add(new Said(id, words[0], words[1], words[2], count(words[3]), words[4], state));
    }
    return all;
  }

  private static int count(String digits) {
    return digits.length() < 6 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Integer.parseInt("0" + digits)
        : 0;
  }

  /**
   * A message, or what became of one.
   *
   * @param id of the input or of the outbox entry
   * @param way {@code MO}, {@code MT}; "" for a change of state, as are the next three
   * @param kind {@code MESSAGE}, {@code SCREEN}, {@code BEGIN} …
   * @param link by which
   * @param segments of it; 0 for a change of state
   * @param cost centimes, {@code -} when not known
   * @param state {@code taken in}, {@code made}, {@code taken}, {@code refused: …} …
   */
  public record Said(
      String id, String way, String kind, String link, int segments, String cost, String state) {}

  private static String word(String text) {
    return text.indexOf(' ') < 0 ? text : text.replace(' ', '_');
  }

  /** What a peer said stays one line of plain signs: it needs no escaping anywhere. */
  private static String plain(String line) {
    int length = Math.min(line.length(), LONGEST);
    for (int i = 0; i < length; i++) {
      if (plain(line.charAt(i))) continue;
      StringBuilder clean = new StringBuilder(line);
      for (int j = i; j < length; j++) if (!plain(clean.charAt(j))) clean.setCharAt(j, '?');
      return clean.substring(0, length);
    }
    return length == line.length() ? line : line.substring(0, length);
  }

  private static boolean plain(char c) {
    return c >= ' ' && c < 0x7f && c != '"' && c != '\\';
  }
}
