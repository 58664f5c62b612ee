/** Constructors called in the order of the house, from the ground up. */
@NullMarked
package ma.jisr.app.wiring;

import org.jspecify.annotations.NullMarked;
