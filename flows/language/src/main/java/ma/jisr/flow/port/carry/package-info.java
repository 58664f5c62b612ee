/**
 * How a service sends one text to many people without any person's document: the port that the
 * gateway implements, and what is said at it.
 */
@NullMarked
package ma.jisr.flow.port.carry;

import org.jspecify.annotations.NullMarked;
