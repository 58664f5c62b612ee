package ma.jisr.nlp.mask;

import ma.jisr.nlp.Token;

/** Where addresses of the web, of mail and of chats stand in a text: runs without a blank. */
final class Links {
  private final String text;

  Links(String text) {
    this.text = text;
  }

  boolean covers(Token token) {
    int from = start(token);
    int to = end(token);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '@' || text.startsWith("://", i)) return true;
      // "www.jisr.ma", "wa.me/x": a dot between letters, and no sentence that went on unparted
      if (c == '.' && i > from && i + 1 < to && within(i) && (path(from, to) || web(from)))
        return true;
    }
    return false;
  }

  /** Behind the last char of the run that the word stands in. */
  int end(Token token) {
    int end = token.end();
    while (end < text.length() && !blank(text.charAt(end))) end++;
    return end;
  }

  private int start(Token token) {
    int start = token.start();
    while (start > 0 && !blank(text.charAt(start - 1))) start--;
    return start;
  }

  private boolean within(int dot) {
    return Character.isLetterOrDigit(text.charAt(dot - 1))
        && Character.isLetterOrDigit(text.charAt(dot + 1));
  }

  private boolean path(int from, int to) {
    int slash = text.indexOf('/', from);
    return slash >= 0 && slash < to;
  }

  private boolean web(int from) {
    return text.regionMatches(true, from, "www.", 0, 4);
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
