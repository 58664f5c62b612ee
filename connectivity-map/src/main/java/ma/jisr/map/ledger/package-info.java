/** What people keep and change one by one, with its history: read, changed, followed. */
@NullMarked
package ma.jisr.map.ledger;

import org.jspecify.annotations.NullMarked;
