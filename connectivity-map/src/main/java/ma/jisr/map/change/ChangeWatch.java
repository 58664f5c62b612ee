package ma.jisr.map.change;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Loop;
import ma.jisr.map.change.Change.Subject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node's eye on the feed: what others change is here within {@link #PERIOD} and the time of two
 * reads. An entry is written before its change; one whose change has not come is looked at again
 * until {@link #PATIENCE} has passed, after which its writer is dead. Confined to its loop.
 */
public final class ChangeWatch {
  /** Between two looks: one small read. Five seconds are promised. */
  public static final Duration PERIOD = Duration.ofSeconds(2);

  /** How long a change may be behind its entry: above any time-out of the store. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  /**
   * Entries before the end that are looked at once more at the start: their changes may have come
   * while all was being read.
   */
  static final int OVERLAP = 100;

  /** Most entries waited for; of more the oldest are no longer. */
  private static final int MOST_WAITING = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(ChangeWatch.class);

  private final Loop loop;
  private final ChangeFeed feed;
  private final Map<Subject, Follower> followers;
  private final Map<Long, Waiting> waiting = new LinkedHashMap<>();
  private Loop.@Nullable Cancel next;
  private long seen;
  private boolean stopped;

  private record Waiting(Change change, Instant since) {}

  /**
   * @param followers by subject; changes of other subjects are passed over
   */
  public ChangeWatch(Loop loop, ChangeFeed feed, Map<Subject, Follower> followers) {
    this.loop = loop;
    this.feed = feed;
    this.followers = Map.copyOf(followers);
  }

  /**
   * Notes where the feed ends; what is read after this has completed is followed by {@link #start}
   * without a gap.
   */
  public CompletableFuture<Void> note() {
    CompletableFuture<Void> noted = new CompletableFuture<>();
    loop.when(
        feed.end(),
        (end, failure) -> {
          if (end == null) {
            noted.completeExceptionally(failed(failure));
            return;
          }
          seen = Math.max(0, end - OVERLAP);
          noted.complete(null);
        });
    return noted;
  }

  /** Looks time and again, from now on. From any thread. */
  public void start() {
    loop.execute(this::look);
  }

  /** Looks no more. From any thread. */
  public void stop() {
    loop.execute(
        () -> {
          stopped = true;
          if (next != null) next.cancel();
        });
  }

  private void look() {
    if (stopped) return;
    loop.when(
        feed.after(seen),
        (changes, failure) -> {
          if (changes == null) {
            LOG.warn("the feed of changes was not read: {}", failed(failure).toString());
            later();
            return;
          }
          for (Change change : changes) {
            seen = change.seq();
            if (followers.containsKey(change.subject()))
              waiting.put(change.seq(), new Waiting(change, loop.now()));
          }
          follow(changes.size() == ChangeFeed.PAGE);
        });
  }

  private void later() {
    if (!stopped) next = loop.after(PERIOD, this::look);
  }

  /**
   * @param more whether there is more to be read at once
   */
  private void follow(boolean more) {
    forgetTheOld();
    List<CompletableFuture<?>> looks = new ArrayList<>();
    followers.forEach(
        (subject, follower) -> {
          List<Change> of = new ArrayList<>();
          for (Waiting one : waiting.values())
            if (one.change().subject() == subject) of.add(one.change());
          if (!of.isEmpty()) looks.add(follow(follower, of));
        });
    loop.when(
        CompletableFuture.allOf(looks.toArray(CompletableFuture[]::new)),
        (nothing, failure) -> {
          if (failure != null)
            LOG.warn("changes were not followed: {}", failed(failure).toString());
          if (more && failure == null) look();
          else later();
        });
  }

  private CompletableFuture<Void> follow(Follower follower, List<Change> changes) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    loop.when(
        follower.follow(changes),
        (come, failure) -> {
          if (come == null) {
            done.completeExceptionally(failed(failure));
            return;
          }
          for (Change change : come) waiting.remove(change.seq());
          done.complete(null);
        });
    return done;
  }

  private void forgetTheOld() {
    Instant oldest = loop.now().minus(PATIENCE);
    waiting.values().removeIf(one -> one.since().isBefore(oldest));
    Iterator<Waiting> all = waiting.values().iterator();
    for (int more = waiting.size() - MOST_WAITING; more > 0; more--) {
      all.next();
      all.remove();
    }
  }

  private static Throwable failed(@Nullable Throwable failure) {
    return failure == null ? new IllegalStateException("the store answered nothing") : failure;
  }
}
