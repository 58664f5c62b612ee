/** Challenges in the hands of operators: their command, and what files and requests say of one. */
@NullMarked
package ma.jisr.app.challenge;

import org.jspecify.annotations.NullMarked;
