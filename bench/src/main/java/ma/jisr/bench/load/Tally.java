package ma.jisr.bench.load;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What a run has counted. Rates are of the time in which messages were sent, without the drain. */
public final class Tally {
  /** Nanoseconds: the longest latency told apart. */
  private static final long LONGEST = 120_000_000_000L;

  private static final int DIGITS = 3;

  private final Histogram replies = new Histogram(LONGEST, DIGITS);
  private final Histogram responses = new Histogram(LONGEST, DIGITS);
  private final Histogram lateness = new Histogram(LONGEST, DIGITS);
  private final Map<Integer, Long> refused = new TreeMap<>();
  private long sent;
  private long replied;
  private long repeated;
  private long dialogues;
  private long broken;
  private long repliesInTime;
  private long dialoguesInTime;
  private long lost;
  private long unanswered;
  private long stalls;
  private long segments;
  private int mostSubmits;
  private double seconds;

  void sent(long intended, long now) {
    sent++;
    lateness.recordValue(capped(now - intended));
  }

  void response(long nanos) {
    responses.recordValue(capped(nanos));
  }

  void refused(int status) {
    refused.merge(status, 1L, Long::sum);
  }

  void reply(long nanos, boolean inTime) {
    replied++;
    if (inTime) repliesInTime++;
    replies.recordValue(capped(nanos));
  }

  void segment(boolean inTime) {
    if (inTime) segments++;
  }

  void dialogue(boolean inTime) {
    dialogues++;
    if (inTime) dialoguesInTime++;
  }

  void broken() {
    broken++;
  }

  void repeated() {
    repeated++;
  }

  void close(double seconds, long lost, long unanswered, long stalls) {
    this.stalls = stalls;
    this.seconds = seconds;
    this.lost = Math.max(0, lost);
    this.unanswered = unanswered;
  }

  Tally submits(int most) {
    mostSubmits = most;
    return this;
  }

  /** Replies, or screens, a second. */
  public double rate() {
    return repliesInTime / seconds;
  }

  /** Segments a second: what a window and a pace count. */
  public double segmentsPerSecond() {
    return segments / seconds;
  }

  public double dialoguesPerSecond() {
    return dialoguesInTime / seconds;
  }

  /** From the intended instant to the reply's last segment, in nanoseconds. */
  public Histogram replies() {
    return replies;
  }

  /** From the deliver_sm to its response, in nanoseconds. */
  public Histogram responses() {
    return responses;
  }

  /** From the intended instant to the writing: what the generator itself was late by. */
  public Histogram lateness() {
    return lateness;
  }

  public long sent() {
    return sent;
  }

  public long replied() {
    return replied;
  }

  public long dialogues() {
    return dialogues;
  }

  /** Dialogues that the ESME ended before the script did. */
  public long brokenDialogues() {
    return broken;
  }

  /** Replies to people who waited for none. */
  public long repeatedReplies() {
    return repeated;
  }

  /** Acknowledged and never replied to. */
  public long lost() {
    return lost;
  }

  /** Never acknowledged, and not refused. */
  public long unanswered() {
    return unanswered;
  }

  /** How often nothing came for 50 ms although somebody was waiting. */
  public long stalls() {
    return stalls;
  }

  /** deliver_sm refused, by command_status. */
  public Map<Integer, Long> refused() {
    return refused;
  }

  public long refusals() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The most submit_sm that stood unanswered at once. */
  public int mostSubmits() {
    return mostSubmits;
  }

  private static long capped(long nanos) {
    return Math.clamp(nanos, 0, LONGEST);
  }
}
