/**
 * The flow language: what a turn is. Pure: no input or output, no clock, no threads, no randomness.
 */
@NullMarked
package ma.jisr.flow;

import org.jspecify.annotations.NullMarked;
