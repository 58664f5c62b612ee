/** Text in, understanding out. */
@NullMarked
package ma.jisr.nlp;

import org.jspecify.annotations.NullMarked;
