/** Payments at the simulated provider: asked for, approved by the payer, booked, told. */
@NullMarked
package ma.jisr.sandbox.wallet.payment;

import org.jspecify.annotations.NullMarked;
