package ma.jisr.service.notices.mailing;

import java.time.Duration;
import java.time.Instant;
import ma.jisr.flow.port.carry.Carried;

/** What is written on a sheet of one recipient once the link has said what became of the parcel. */
record Outcome(Carried carried, Instant at, Duration pause) {
  /** Tries that end in a temporary refusal, about 20 minutes: the network means it then. */
  static final int MOST_REFUSALS = 8;

  /** Between two tries of one that was refused for now: doubling. */
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int DOUBLINGS = 6;

  void write(Sheet sheet, int index, Duration patience) {
    // A receipt may have been quicker.
    if (sheet.status(index) != Status.SUBMITTING) return;
    Retry retry = sheet.retry(index);
    switch (carried) {
      case Carried.Taken taken -> sheet.set(index, Status.TAKEN);
      case Carried.Refused refused -> sheet.set(index, Status.FAILED);
      case Carried.Expired expired -> sheet.set(index, Status.DROPPED);
      case Carried.Held held ->
          sheet.set(
              index,
              Status.RETRY,
              retry.notGone().held(at.plus(pause).toEpochMilli(), held.taken()));
      case Carried.Later later when retry.tries() + 1 < MOST_REFUSALS ->
          sheet.set(
              index,
              Status.RETRY,
              retry.notGone().refused(at.plus(pause(retry.tries())).toEpochMilli(), later.taken()));
      case Carried.Later later -> sheet.set(index, Status.FAILED);
      case Carried.Uncertain unsure ->
          sheet.set(
              index,
              Status.AWAITING,
              retry.doubted(at.plus(patience).toEpochMilli(), unsure.taken()));
    }
  }

  private static Duration pause(int tries) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }
}
