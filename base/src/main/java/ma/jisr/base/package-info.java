/** Values everyone speaks of, and the text arithmetic of small screens. Depends on nothing. */
@NullMarked
package ma.jisr.base;

import org.jspecify.annotations.NullMarked;
