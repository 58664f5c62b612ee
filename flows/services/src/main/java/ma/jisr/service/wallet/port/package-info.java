/**
 * What Jisr asks of the provider of a mobile wallet, and what a provider may answer. The provider
 * asks its customer for the PIN; no type here could carry one.
 */
@NullMarked
package ma.jisr.service.wallet.port;

import org.jspecify.annotations.NullMarked;
