/** Social benefits: an agency's batches, and the word to each recipient of where to collect. */
@NullMarked
package ma.jisr.service.wallet.benefit;

import org.jspecify.annotations.NullMarked;
