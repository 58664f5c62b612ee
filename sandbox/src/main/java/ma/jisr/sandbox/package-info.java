/**
 * The simulated outside world. Shares no code with the gateway, so that it can disagree with it.
 */
@NullMarked
package ma.jisr.sandbox;

import org.jspecify.annotations.NullMarked;
