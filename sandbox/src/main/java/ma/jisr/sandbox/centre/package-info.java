/** The short message centre and the USSD centre. */
@NullMarked
package ma.jisr.sandbox.centre;

import org.jspecify.annotations.NullMarked;
