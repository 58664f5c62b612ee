/**
 * The alphabets of the air interface (3GPP TS 23.038), written a second time so that it can
 * disagree with the gateway.
 */
@NullMarked
package ma.jisr.sandbox.alphabet;

import org.jspecify.annotations.NullMarked;
