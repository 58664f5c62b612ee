/** From a text to intents with probabilities: features, lexicon, linear models, threshold. */
@NullMarked
package ma.jisr.nlp.model;

import org.jspecify.annotations.NullMarked;
