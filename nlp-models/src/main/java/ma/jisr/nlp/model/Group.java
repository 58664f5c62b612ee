package ma.jisr.nlp.model;

/**
 * A kind of feature. All features of a kind in a message share the kind's weight, so that the many
 * letter sequences of a long message do not drown its few concepts: each counts {@code weight /
 * sqrt(how many)}. Weights were chosen by validation by author (docs/understanding.md).
 */
enum Group {
  /** Always there: how usual an outcome is. */
  BIAS(1, 1),
  /** Folded words. */
  WORD(2, 2),
  /** Pairs of neighbouring words. */
  WORD_PAIR(3, 2),
  /** Consonant skeletons of words. */
  SKELETON(4, 2),
  /** Pairs of neighbouring skeletons. */
  SKELETON_PAIR(5, 1),
  /** Sequences of 3 to 5 letters of the folded words. */
  LETTERS(6, 2),
  /** Sequences of 2 to 5 letters of the words' sounds, in which all scripts meet. */
  SOUNDS(7, 2),
  /** Concepts of the lexicon. */
  CONCEPT(8, 2),
  /** Pairs of concepts that follow one another, whatever lies between. */
  CONCEPT_PAIR(9, 2),
  /** Masks, length, question mark, script. */
  SHAPE(10, 1),
  /** The scripts of the letters. */
  SCRIPT(11, 2);

  private final int number;
  private final float weight;

  Group(int number, float weight) {
    this.number = number;
    this.weight = weight;
  }

  /** Tells equal words of different kinds apart. */
  int number() {
    return number;
  }

  float weight() {
    return weight;
  }
}
