/**
 * Providers that speak the GSMA Mobile Money API 1.2: a client that asks them, and a listener that
 * they call back. What they say is told apart by its shape, never by its status; only what is
 * positively known is told as known. docs/wallet.md says how a provider is connected.
 */
@NullMarked
package ma.jisr.service.wallet.gsma;

import org.jspecify.annotations.NullMarked;
