/** What people dispute of their payments: registered at once, kept to its clocks, answered. */
@NullMarked
package ma.jisr.service.wallet.claim;

import org.jspecify.annotations.NullMarked;
