package ma.jisr.service.notices.cap;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import ma.jisr.service.notices.area.Geocodes;
import ma.jisr.service.notices.notice.Hand;
import ma.jisr.service.notices.notice.NoticeDesk;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;

/**
 * Where alerts of configured sources are taken and become notices: once each, in order, within the
 * territory of their source. What its source has signed is handed in, as if an official had written
 * it; all else is a draft that somebody has to look at. From any thread; the work is done on a
 * worker.
 */
public final class CapDesk {
  /** What is kept of alerts. */
  public static final List<CollectionSpec> COLLECTIONS = List.of(CapLog.SPEC);

  /** The oldest alert that is begun with: files lie in folders over a long weekend. */
  public static final Duration MOST_AGE = Duration.ofDays(4);

  /** How far the clock of a source may be ahead of ours. */
  public static final Duration AHEAD = Duration.ofMinutes(5);

  private final CapReader reader = new CapReader();
  private final CapSources sources;
  private final CapLog log;
  private final CapThread thread;
  private final InstantSource clock;
  private final Executor worker;

  /**
   * @param geocodes of the present gazetteer
   * @param worker reads files: some 10 ms for a large one
   */
  public CapDesk(
      CapSources sources,
      Store store,
      NoticeDesk desk,
      Supplier<Geocodes> geocodes,
      InstantSource clock,
      Executor worker) {
    this.sources = sources;
    this.log = new CapLog(store);
    this.thread = new CapThread(log, desk, geocodes, clock);
    this.clock = clock;
    this.worker = worker;
  }

  /**
   * Takes a file.
   *
   * @param bearer who brings it and writes what is not signed; empty for the inbox, which speaks
   *     for the source
   */
  public CompletableFuture<CapRuling> take(byte[] file, Optional<Hand> bearer) {
    return CompletableFuture.supplyAsync(
            () -> reader.read(file, sources::certificates, clock.instant()), worker)
        .thenCompose(
            reading ->
                switch (reading) {
                  case CapReading.Refused refused ->
                      completedFuture(new CapRuling.Refused(refused.problems()));
                  case CapReading.Read read -> known(read, digest(file), bearer);
                });
  }

  private CompletableFuture<CapRuling> known(
      CapReading.Read read, String digest, Optional<Hand> bearer) {
    CapAlert alert = read.alert();
    CapSource source = sources.of(alert.sender()).orElse(null);
    if (source == null)
      return refused(Fault.UNKNOWN_SENDER, "alert/sender", "no source has this sender");
    boolean signed = read.seal() == Seal.GOOD;
    if (alert.follows() && source.signs() && !signed)
      return refused(
          Fault.UNSIGNED, "alert", "its source signs: unsigned, it changes and takes back nothing");
    Optional<CapRuling.Refused> late = inTime(alert);
    if (late.isPresent()) return completedFuture(late.get());
    Hand hand =
        signed
            ? Hand.source(source.actor(), true)
            : bearer.orElseGet(() -> Hand.source(source.actor(), false));
    return thread.take(new CapThread.Case(alert, source, hand, signed, digest));
  }

  private Optional<CapRuling.Refused> inTime(CapAlert alert) {
    Instant now = clock.instant();
    if (alert.sent().isAfter(now.plus(AHEAD)))
      return Optional.of(
          CapRuling.Refused.of(Fault.TOO_EARLY, "alert/sent", "was sent in the future"));
    if (alert.sent().isBefore(now.minus(MOST_AGE)))
      return Optional.of(
          CapRuling.Refused.of(
              Fault.TOO_OLD, "alert/sent", "was sent over " + MOST_AGE.toDays() + " days ago"));
    if (!alert.infos().isEmpty() && !CapNotice.until(alert).isAfter(now))
      return Optional.of(CapRuling.Refused.of(Fault.EXPIRED, "alert/info[1]", "is over"));
    return Optional.empty();
  }

  private static CompletableFuture<CapRuling> refused(Fault fault, String where, String what) {
    return completedFuture(CapRuling.Refused.of(fault, where, what));
  }

  private static String digest(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** How long alerts are remembered. */
  public static Retention retention() {
    return CapLog.retention();
  }
}
