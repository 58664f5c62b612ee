/**
 * Payments by mobile wallet as people meet them: what they can ask, by whom they are answered, and
 * in which words.
 */
@NullMarked
package ma.jisr.service.wallet;

import org.jspecify.annotations.NullMarked;
