/** The simulated handsets: what they show, what typing on them costs. */
@NullMarked
package ma.jisr.sandbox.phone;

import org.jspecify.annotations.NullMarked;
