package ma.jisr.nlp.value;

import org.jspecify.annotations.Nullable;

/**
 * Finds languages, billers and themes: values that are words of lists. They stay for other readers:
 * "l'eau" is a biller's and a theme.
 */
final class WordReader {
  private static final int LONGEST_LEAD = 2;

  private final Message message;

  WordReader(Message message) {
    this.message = message;
  }

  void read() {
    all(Kind.BILLER, EntityType.BILLER);
    all(Kind.THEME, EntityType.THEME);
    languages();
  }

  private void all(Kind kind, EntityType type) {
    for (int i = 0; i < message.size(); ) {
      Hit hit = message.hit(kind, i);
      if (hit != null) message.note(type, hit.value(), i, hit.next());
      i = hit == null ? i + 1 : hit.next();
    }
  }

  /** "mn français l 3arbiya" asks for Arabic, "je ne comprends pas le français" for none. */
  private void languages() {
    for (int i = 0; i < message.size(); ) {
      Hit hit = message.hit(Kind.LANGUAGE, i);
      if (hit != null && !isLeft(i)) message.note(EntityType.LANGUAGE, hit.value(), i, hit.next());
      i = hit == null ? i + 1 : hit.next();
    }
  }

  /** Whether "not" or "from" stands right before, an article between them at most. */
  private boolean isLeft(int i) {
    for (int at = i - 1; at >= 0 && at >= i - LONGEST_LEAD; at--) {
      Hit cue = message.exact(Kind.CUE, at);
      if (cue != null && (cue.is("NOT") || cue.is("FROM"))) return true;
      if (!isArticle(message.piece(at).folded())) return false;
    }
    return false;
  }

  private static boolean isArticle(@Nullable String word) {
    return word != null && (word.equals("le") || word.equals("l") || word.equals("the"));
  }
}
