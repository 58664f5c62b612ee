/**
 * What was not understood, for those who teach Jisr: masked texts of seven days, shapes that five
 * people or more have used, the phrases and spellings learnt from them, and the book of who looked.
 */
@NullMarked
package ma.jisr.gateway.unresolved;

import org.jspecify.annotations.NullMarked;
