package ma.jisr.nlp;

import java.util.List;
import java.util.Optional;
import ma.jisr.base.Language;

/**
 * What a text was understood to want.
 *
 * @param flow the id of the flow whose start word it holds, the first of several; empty when there
 *     is none, when two flows claim that word, or when the text speaks of a fault
 * @param rest what is left for that flow, in the writing of the person: mostly a place. Without a
 *     flow, the text without the fillers at its ends
 * @param readings the rest, likeliest first, with and without a preposition grown onto it
 *     ("فمراكش", "مراكش"; "fsafi", "safi"): a place search takes the best of them. Empty with an
 *     empty rest
 * @param language in which it is written; empty when nothing tells
 */
public record Understanding(
    Optional<String> flow, String rest, List<String> readings, Optional<Language> language) {
  /** What is understood of an empty text. */
  static final Understanding NOTHING =
      new Understanding(Optional.empty(), "", List.of(), Optional.empty());

  public Understanding {
    readings = List.copyOf(readings);
  }
}
