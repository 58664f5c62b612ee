package ma.jisr.bench.compare;

import java.io.IOException;
import java.time.Duration;
import ma.jisr.bench.load.Tally;
import ma.jisr.bench.load.Witness;
import ma.jisr.bench.subject.Running;
import org.HdrHistogram.Histogram;

/** Reads the clocks of the processes before a run and after it. */
final class Meter {
  private static final double MILLISECOND = 1e6;

  private final Running subject;
  private final long allocated;
  private final Duration subjectCpu;
  private final Duration ownCpu;
  private final Duration busy;
  private final long start;

  private Meter(Running subject) throws IOException {
    this.subject = subject;
    allocated = subject.allocated();
    subjectCpu = subject.cpu();
    ownCpu = Machine.own();
    busy = Machine.busy();
    start = System.nanoTime();
  }

  static Meter start(Running subject) throws IOException {
    return new Meter(subject);
  }

  Figures stop(Tally tally, Witness witness) throws IOException {
    double seconds = (System.nanoTime() - start) / 1e9;
    double all = seconds(Machine.busy().minus(busy));
    double own = seconds(Machine.own().minus(ownCpu));
    double used = seconds(subject.cpu().minus(subjectCpu));
    double bytes = allocated < 0 ? -1 : subject.allocated() - allocated;
    long messages = Math.max(1, tally.replied());
    Histogram replies = tally.replies();
    return new Figures(
        tally.rate(),
        tally.dialoguesPerSecond(),
        tally.segmentsPerSecond(),
        replies.getValueAtPercentile(50) / MILLISECOND,
        replies.getValueAtPercentile(99) / MILLISECOND,
        replies.getValueAtPercentile(99.9) / MILLISECOND,
        tally.responses().getValueAtPercentile(50) / MILLISECOND,
        tally.lateness().getValueAtPercentile(99) / MILLISECOND,
        used * 1e6 / messages,
        bytes < 0 ? -1 : bytes / messages,
        used / seconds,
        own / seconds,
        all == 0 ? Double.NaN : (all - own - used) / seconds,
        tally.lost() + tally.unanswered(),
        tally.repeatedReplies(),
        tally.refusals(),
        witness.wrong() + tally.brokenDialogues(),
        tally.stalls(),
        tally.mostSubmits());
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
