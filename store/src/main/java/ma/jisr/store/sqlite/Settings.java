package ma.jisr.store.sqlite;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The bounds of one SQLite file.
 *
 * @param queuedWrites most writes waiting in each of the two queues; behind that BUSY. 20,000 is
 *     half a second of the fastest disk measured
 * @param queuedChars most characters of bodies waiting in each queue, so that memory is bounded too
 * @param readers threads with a connection each; reads are short, two cores are the usual machine
 * @param queuedReads most reads waiting
 * @param walBytes size of the write-ahead log at which it begins anew; passive checkpoints alone
 *     never shorten it under steady load (2.2 GB in 30 s were measured)
 * @param maxPages most pages of 4 KB the file may have; SQLite's own maximum unless a test plays a
 *     full disk
 * @param checkedFirst files of up to so many bytes are checked page by page before anything is read
 *     from them; larger ones while they are in use. 64 MB take a quarter of a second
 * @param checkedLater how long the check of a larger one waits: a node that starts needs the
 *     processors itself
 * @param synced whether a commit waits for the disk; not in a world that is thrown away, where
 *     processes die and machines do not
 * @param nanos the clock that measures background slices
 */
record Settings(
    int queuedWrites,
    long queuedChars,
    int readers,
    int queuedReads,
    long walBytes,
    long maxPages,
    long checkedFirst,
    Duration checkedLater,
    boolean synced,
    LongSupplier nanos) {
  /** The usual {@code checkedFirst}. */
  static final long CHECKED_FIRST = 64L << 20;

  /** The usual {@code checkedLater}: twice what a start takes. */
  static final Duration CHECKED_LATER = Duration.ofSeconds(10);

  /** SQLite's largest page number (limits.html, "Maximum Number Of Pages In A Database File"). */
  static final long MAX_PAGES = 4_294_967_294L;

  static Settings usual() {
    return new Settings(
        20_000,
        64L << 20,
        2,
        10_000,
        256L << 20,
        MAX_PAGES,
        CHECKED_FIRST,
        CHECKED_LATER,
        true,
        System::nanoTime);
  }

  Settings withMaxPages(long pages) {
    return with(walBytes, pages, checkedFirst, checkedLater, synced);
  }

  Settings withWalBytes(long bytes) {
    return with(bytes, maxPages, checkedFirst, checkedLater, synced);
  }

  /** Larger files are checked at once beside the work. */
  Settings withCheckedFirst(long bytes) {
    return with(walBytes, maxPages, bytes, Duration.ZERO, synced);
  }

  /** Nothing waits for the disk. */
  Settings unsynced() {
    return with(walBytes, maxPages, checkedFirst, checkedLater, false);
  }

  private Settings with(long wal, long pages, long first, Duration later, boolean sync) {
    return new Settings(
        queuedWrites, queuedChars, readers, queuedReads, wal, pages, first, later, sync, nanos);
  }
}
