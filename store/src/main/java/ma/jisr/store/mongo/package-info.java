/**
 * The production engine: MongoDB through its reactive driver, every write acknowledged by a
 * majority and the journal.
 *
 * <p>A document is {@code {_id, v, w, b, t, h, u}}: version, write id, body, then token, holder and
 * end of its lease. Only classic update operators, no transactions, no upserts but merges; what the
 * counts of a bulk do not say is read back.
 */
@NullMarked
package ma.jisr.store.mongo;

import org.jspecify.annotations.NullMarked;
