/**
 * Payments by mobile wallet: asked for once, followed until it is known what became of them. No
 * number stands unsealed in a document here, and no type could carry a PIN.
 */
@NullMarked
package ma.jisr.service.wallet.payment;

import org.jspecify.annotations.NullMarked;
