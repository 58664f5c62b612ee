/**
 * What the simulated world stands on: its loop, its timers, the troubles it makes and the
 * complaints it has.
 */
@NullMarked
package ma.jisr.sandbox.world;

import org.jspecify.annotations.NullMarked;
