/** Flow files read into flows, or into problems that say where, what and how to mend it. */
@NullMarked
package ma.jisr.flow.parse;

import org.jspecify.annotations.NullMarked;
