/** Transcripts: the tests of a flow, readable by anyone, and the player that runs them. */
@NullMarked
package ma.jisr.app.talk;

import org.jspecify.annotations.NullMarked;
