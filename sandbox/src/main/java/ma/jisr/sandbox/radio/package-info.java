/** How phones of other processes reach the simulated network: JSON lines over the loopback. */
@NullMarked
package ma.jisr.sandbox.radio;

import org.jspecify.annotations.NullMarked;
