/**
 * The embedded engine: documents in two SQLite files, {@code live.db} and {@code bulk.db}, of one
 * folder, one process at a time.
 *
 * <p>A collection is a table (id, version, write id, body, lease), a declared index an index over
 * columns that every write of a body sets to {@code json_extract} of it. Each file has one {@link
 * ma.jisr.store.sqlite.Writer} that turns whatever has queued up into one transaction and one
 * fsync, a few reader threads with connections of their own, and {@link
 * ma.jisr.store.sqlite.Checkpoints} beside the writer, not in it.
 */
@NullMarked
package ma.jisr.store.sqlite;

import org.jspecify.annotations.NullMarked;
