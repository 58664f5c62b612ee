/** Money as double entries: what leaves one account arrives in another, always. */
@NullMarked
package ma.jisr.sandbox.wallet.ledger;

import org.jspecify.annotations.NullMarked;
