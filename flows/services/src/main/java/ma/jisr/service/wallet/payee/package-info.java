/** The register of who is paid by wallets: merchants, billers, suppliers, operators of airtime. */
@NullMarked
package ma.jisr.service.wallet.payee;

import org.jspecify.annotations.NullMarked;
