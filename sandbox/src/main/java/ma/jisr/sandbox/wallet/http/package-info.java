/** The doors of the simulated provider: the GSMA API, and the one of whoever tests with it. */
@NullMarked
package ma.jisr.sandbox.wallet.http;

import org.jspecify.annotations.NullMarked;
