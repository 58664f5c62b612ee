package ma.jisr.nlp.value;

import org.jspecify.annotations.Nullable;

/**
 * A word of a message, or a part of one: "b20dh" is "b", "20" and "dh".
 *
 * @param start its first char in the message
 * @param end behind its last char
 * @param folded as words are compared
 * @param digits whether it is nothing but digits
 * @param exact what the lists have under this word
 * @param bare what they have under the word without what is grown onto its beginning
 * @param prefix the length of that in {@code folded}; 0 for none
 */
record Piece(
    int start,
    int end,
    String folded,
    boolean digits,
    Vocabulary.@Nullable Node exact,
    Vocabulary.@Nullable Node bare,
    int prefix) {
  /** The letter or preposition grown onto its beginning; "" for none. */
  String grown() {
    return folded.substring(0, prefix);
  }
}
