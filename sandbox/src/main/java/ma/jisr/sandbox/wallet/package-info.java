/**
 * The simulated provider of mobile wallets: two issuers behind a switch, as seen over the GSMA
 * Mobile Money API 1.2. It asks its customers for their PINs on their phones; nobody else sees one.
 */
@NullMarked
package ma.jisr.sandbox.wallet;

import org.jspecify.annotations.NullMarked;
