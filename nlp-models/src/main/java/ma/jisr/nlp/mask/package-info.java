/** Texts without what tells of whom they are: numbers, codes, names, places, links. */
@NullMarked
package ma.jisr.nlp.mask;

import org.jspecify.annotations.NullMarked;
