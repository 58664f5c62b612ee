package ma.jisr.nlp.value;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.nlp.Token;
import org.jspecify.annotations.Nullable;

/**
 * A message being read: its words cut where digits meet letters, what the lists know of them, and
 * which of them are used up. For one thread.
 */
final class Message {
  private final String text;
  private final List<Token> tokens;
  private final List<Piece> pieces;
  private final boolean[] taken;
  private final List<Found> found = new ArrayList<>();

  Message(String text, Vocabulary vocabulary) {
    this.text = text;
    this.tokens = Token.of(text);
    this.pieces = new ArrayList<>(tokens.size() + 4);
    Cutter cutter = new Cutter(text, vocabulary, pieces);
    for (Token token : tokens) cutter.cut(token);
    this.taken = new boolean[pieces.size()];
  }

  String text() {
    return text;
  }

  List<Token> tokens() {
    return tokens;
  }

  int size() {
    return pieces.size();
  }

  Piece piece(int i) {
    return pieces.get(i);
  }

  List<Found> found() {
    return found;
  }

  /** Whether a piece is there and not used up. */
  boolean free(int i) {
    return i < taken.length && i >= 0 && !taken[i];
  }

  boolean digits(int i) {
    return free(i) && pieces.get(i).digits();
  }

  /** A value of the pieces, which are used up by it. */
  void add(EntityType type, String value, int from, int to) {
    found.add(new Found(type, value, pieces.get(from).start(), pieces.get(to - 1).end()));
    take(from, to);
  }

  /** Uses up the pieces that share a char with a value. */
  void take(Found known) {
    for (int i = 0; i < taken.length; i++)
      if (pieces.get(i).start() < known.end() && known.start() < pieces.get(i).end())
        taken[i] = true;
  }

  /** A value whose pieces stay for other readers. */
  void note(EntityType type, String value, int from, int to) {
    found.add(new Found(type, value, pieces.get(from).start(), pieces.get(to - 1).end()));
  }

  void take(int from, int to) {
    for (int i = from; i < to; i++) taken[i] = true;
  }

  /** A value of chars; the pieces that share one with it are used up. */
  void addChars(EntityType type, String value, int start, int end) {
    Found chars = new Found(type, value, start, end);
    found.add(chars);
    take(chars);
  }

  /** The one char between this piece and the next; 0 when they touch, a blank for any blanks. */
  char joint(int i) {
    if (i + 1 >= pieces.size()) return '\n';
    int from = pieces.get(i).end();
    int to = pieces.get(i + 1).start();
    if (from == to) return 0;
    char c = text.charAt(from);
    if (to - from == 1) return Character.isSpaceChar(c) ? ' ' : c;
    for (int at = from; at < to; at++) if (!Character.isSpaceChar(text.charAt(at))) return '\n';
    return ' ';
  }

  /** The char right behind a piece; 0 at the end of the message. */
  char behind(int i) {
    int end = pieces.get(i).end();
    return end < text.length() ? text.charAt(end) : 0;
  }

  /** The same over blanks. */
  char signBehind(int i) {
    int end = pieces.get(i).end();
    while (end < text.length() && Character.isSpaceChar(text.charAt(end))) end++;
    return end < text.length() ? text.charAt(end) : 0;
  }

  /** Whether a full stop or comma (or more) parts this piece from the next. */
  boolean ends(int i) {
    if (i + 1 >= pieces.size()) return true;
    for (int at = pieces.get(i).end(); at < pieces.get(i + 1).start(); at++)
      if (".,;:!?،؛؟()\n\"«»".indexOf(text.charAt(at)) >= 0) return true;
    return false;
  }

  /** The longest free words of this kind that begin at a piece, without anything grown onto it. */
  @Nullable Hit exact(Kind kind, int i) {
    return free(i) ? longest(kind, pieces.get(i).exact(), i, "") : null;
  }

  /** The same, or the word without the article or preposition grown onto it. */
  @Nullable Hit hit(Kind kind, int i) {
    Hit exact = exact(kind, i);
    if (exact != null || !free(i)) return exact;
    return longest(kind, pieces.get(i).bare(), i, pieces.get(i).grown());
  }

  /** Whether a cue of this meaning stands here. */
  boolean cue(int i, String meaning) {
    Hit hit = exact(Kind.CUE, i);
    return hit != null && hit.is(meaning);
  }

  /** Between letters of an abbreviation: "D.H.". */
  private boolean dotted(int i) {
    return joint(i - 1) == '.' && pieces.get(i).folded().length() == 1;
  }

  private @Nullable Hit longest(
      Kind kind, Vocabulary.@Nullable Node first, int from, String grown) {
    Hit best = null;
    Vocabulary.Node node = first;
    for (int i = from; node != null; ) {
      i++;
      String value = node.value(kind);
      if (value != null) best = new Hit(value, i, grown);
      node = free(i) && (!ends(i - 1) || dotted(i)) ? node.then(pieces.get(i).folded()) : null;
    }
    return best;
  }
}
