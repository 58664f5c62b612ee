/** Makes the models from the data files while Jisr is built, and validates them. */
@NullMarked
package ma.jisr.nlp.train;

import org.jspecify.annotations.NullMarked;
