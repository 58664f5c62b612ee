package ma.jisr.service.notices.mailing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The laying down of one mailing's recipients, by one node at a time: chunk after chunk, each
 * behind the last person of the one before. A chunk that is there already, since somebody laid it
 * down before a crash, is taken as it is; so everybody is in exactly one, whoever goes on.
 */
final class Laying {
  /** How long a node has it until another may go on. */
  static final Duration LEASE = Duration.ofSeconds(60);

  /** Chunks between two writes of how far it is: so many are looked at again after a crash. */
  private static final int STEP = 8;

  private final Ground on;
  private final Chunks chunks;
  private final Courses courses;
  private final Mailing mailing;
  private final Runnable done;
  private Course course;
  private Braid braid;
  private int number;
  private long people;

  /** The greatest person laid down: whoever is not behind them has their place. */
  private String after;

  private volatile boolean stopped;

  private Laying(Ground on, Course course, String after, Runnable done) {
    this.on = on;
    this.chunks = on.chunks();
    this.courses = on.courses();
    this.course = course;
    this.mailing = course.mailing();
    this.number = course.chunks();
    this.people = course.people();
    this.done = done;
    this.after = after;
    this.braid = braid();
  }

  private Braid braid() {
    return new Braid(Strands.of(mailing.aim(), on.audience(), chunks), after);
  }

  /**
   * Takes it on, if nobody else has it.
   *
   * @param doubt most people in doubt after a crash of this node
   * @param done told on the loop when this node is no longer at it
   * @return empty when somebody else has it, or there is nothing to do
   */
  static CompletableFuture<Optional<Laying>> take(
      Ground on, Course seen, int doubt, Runnable done) {
    Instant now = on.loop().now();
    return on.courses()
        .change(
            seen.mailing().id(),
            "laid by " + on.node() + ' ' + now.toEpochMilli(),
            course ->
                free(on, course, now) ? course.owned(on.node(), now.plus(LEASE), now, doubt) : null)
        .thenCompose(
            taken ->
                taken.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : after(on, taken.get())
                        .thenApply(after -> Optional.of(new Laying(on, taken.get(), after, done))));
  }

  private static boolean free(Ground on, Course course, Instant now) {
    if (course.laid() || course.over()) return false;
    boolean mine = course.owner().isEmpty() || course.owner().equals(on.node());
    return mine || on.alone() || !now.isBefore(course.lease());
  }

  /** Whom the chunks laid so far end with. */
  private static CompletableFuture<String> after(Ground on, Course course) {
    if (course.chunks() == 0) return CompletableFuture.completedFuture("");
    return on.chunks().ending(course.mailing().id(), course.chunks() - 1, 0);
  }

  /** Begins, or goes on. On the loop. */
  void go() {
    if (stopped) {
      done.run();
      return;
    }
    on.loop()
        .when(
            braid.next(Chunk.MOST),
            (found, failure) -> {
              if (found == null) done.run();
              else if (found.isEmpty()) record(true);
              else lay(found);
            });
  }

  /** Stops after the chunk that is being laid down. */
  void stop() {
    stopped = true;
  }

  private void lay(List<Found> found) {
    Chunk chunk = Chunk.of(number, found);
    on.loop()
        .when(
            chunks.lay(mailing, chunk),
            (there, failure) -> {
              if (there == null) {
                done.run();
                return;
              }
              number++;
              people += there.people().size();
              boolean ours = there.people().equals(chunk.people());
              // Of one that was there already all may have been erased.
              if (there.last().compareTo(after) > 0) after = there.last();
              if (!ours) braid = braid();
              boolean last = ours && found.size() < Chunk.MOST;
              if (last || number % STEP == 0) record(last);
              else go();
            });
  }

  /** How far it is; who has lost it to another node, or whose mailing is over, stops. */
  private void record(boolean all) {
    Instant now = on.loop().now();
    on.loop()
        .when(
            courses.change(
                mailing.id(),
                "laid " + number + ' ' + on.node(),
                one ->
                    one.owner().equals(on.node()) && !one.laid() && !one.over()
                        ? one.laid(number, people, all, now.plus(LEASE))
                        : null),
            (written, failure) -> {
              if (written == null || written.isEmpty() || all) {
                done.run();
                return;
              }
              course = written.get();
              go();
            });
  }
}
