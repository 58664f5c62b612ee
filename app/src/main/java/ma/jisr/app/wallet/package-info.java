/** Who answers commands about payments, claims, payees and benefits. */
@NullMarked
package ma.jisr.app.wallet;

import org.jspecify.annotations.NullMarked;
