package ma.jisr.nlp.value;

/**
 * Listed words at some piece of a message.
 *
 * @param value what the list says they mean
 * @param next the piece behind them
 * @param grown the article or preposition grown onto the first of them; "" for none
 */
record Hit(String value, int next, String grown) {
  /** Whether it means this. */
  boolean is(String meaning) {
    return value.equals(meaning);
  }
}
