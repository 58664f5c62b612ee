/**
 * The simulated world: the real session engine, delivery and flows over a store, a network,
 * services and a clock that follow from one seed and fail as it says. docs/simulator.md tells how
 * to read what it finds.
 */
@NullMarked
package ma.jisr.app.simulate;

import org.jspecify.annotations.NullMarked;
