/**
 * The load generator: an SMSC and USSD centre that plays many phones over one bind. It shares no
 * code with the gateway, so that a mistake of the one is not excused by the same mistake of the
 * other.
 */
@NullMarked
package ma.jisr.bench.load;

import org.jspecify.annotations.NullMarked;
