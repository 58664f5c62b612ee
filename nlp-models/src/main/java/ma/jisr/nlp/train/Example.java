package ma.jisr.nlp.train;

import ma.jisr.nlp.Intent;
import ma.jisr.nlp.Tongue;

/**
 * A message of the data files and what its author says of it.
 *
 * @param author the file it stands in
 */
record Example(String author, Intent intent, Tongue tongue, String text) {
  @Override
  public String toString() {
    return intent.label() + " by " + author;
  }
}
