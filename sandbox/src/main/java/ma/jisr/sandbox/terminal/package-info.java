/** The phone as a program of the terminal, and the tour that plays on it. */
@NullMarked
package ma.jisr.sandbox.terminal;

import org.jspecify.annotations.NullMarked;
