/** Who holds money at the simulated provider: wallets of numbers, organisations, bills. */
@NullMarked
package ma.jisr.sandbox.wallet.account;

import org.jspecify.annotations.NullMarked;
