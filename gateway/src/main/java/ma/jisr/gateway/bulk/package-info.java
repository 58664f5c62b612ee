/**
 * Texts to many, outside any person's document: what a service hands in through {@link
 * ma.jisr.flow.port.carry.Carrier} goes by the same links, under the same ceilings, with the same
 * marks and receipts and into the same message log as what conversations say.
 */
@NullMarked
package ma.jisr.gateway.bulk;

import org.jspecify.annotations.NullMarked;
