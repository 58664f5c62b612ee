package ma.jisr.service.notices.mailing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Loop;
import org.jspecify.annotations.Nullable;

/**
 * Who sees to all mailings of a node: looks twice a second which there are, has their recipients
 * laid down, sends chunks, enters receipts, and says when a mailing is over. Several nodes do so
 * side by side: each chunk and each laying down belongs to one of them. Confined to its loop.
 */
public final class MailingKeeper {
  /** Between two looks: a word of somebody's is heeded after so long at most. */
  public static final Duration TICK = Duration.ofMillis(500);

  /** Between two looks while there is no mailing: receipts of past ones still come. */
  private static final Duration IDLE = Duration.ofSeconds(5);

  /**
   * Chunks under way over all mailings of one grade: each holds five hundred subscribers, some 300
   * KB, so that two hundred mailings at once take no more memory than eight. Apart for each grade:
   * ordinary ones keep no warning waiting.
   */
  static final int MOST_RUNS = 32;

  private final Ground on;
  private final Courses courses;
  private final Gates gates;
  private final Clerk clerk;
  private final Map<String, Sending> sendings = new HashMap<>();
  private final Set<String> ending = new HashSet<>();
  private boolean started;
  private boolean stopped;
  private boolean pumping;
  private boolean looking;
  private Loop.@Nullable Cancel timer;
  private @Nullable CompletableFuture<Void> empty;

  public MailingKeeper(Ground on) {
    this.on = on;
    this.courses = on.courses();
    this.gates = new Gates(on.carrier());
    this.clerk = new Clerk(on);
  }

  /** Takes up what there is, and goes on looking. From any thread. */
  public void start() {
    on.loop()
        .execute(
            () -> {
              started = true;
              look();
            });
  }

  /** Looks at once: something new has begun. From any thread. */
  public void wake() {
    on.loop()
        .execute(
            () -> {
              if (started && !looking) look();
            });
  }

  /**
   * Hands nothing more out; complete when what was handed out has been answered and written down.
   * From any thread.
   */
  public CompletableFuture<Void> stop() {
    CompletableFuture<Void> stopping = new CompletableFuture<>();
    on.loop()
        .execute(
            () -> {
              stopped = true;
              if (timer != null) timer.cancel();
              empty = stopping;
              sendings.values().forEach(Sending::stop);
              quiet();
            });
    return stopping;
  }

  private void quiet() {
    boolean still = sendings.values().stream().allMatch(Sending::still);
    if (empty != null && still) empty.complete(null);
  }

  private void look() {
    if (stopped || looking) return;
    looking = true;
    if (timer != null) timer.cancel();
    gates.look();
    clerk.look();
    on.loop()
        .when(
            courses.open(on.loop().now()),
            (found, failure) -> {
              looking = false;
              if (stopped) return;
              if (found != null) see(found);
              timer = on.loop().after(sendings.isEmpty() ? IDLE : TICK, this::look);
            });
  }

  private void see(List<Course> found) {
    Set<String> there = new HashSet<>();
    List<Course> all = new ArrayList<>(found);
    // Warnings first.
    all.sort(Comparator.comparing((Course course) -> course.mailing().grade()).reversed());
    for (Course course : all) {
      String id = course.mailing().id();
      there.add(id);
      if (course.ended() != null) report(course);
      else
        sendings
            .computeIfAbsent(id, fresh -> new Sending(on, gates, course, new Room()))
            .see(course);
    }
    sendings.values().removeIf(one -> one.still() && !there.contains(one.id()));
    for (Course course : all) if (course.ended() != null) forget(course.mailing().id());
  }

  private void forget(String id) {
    Sending sending = sendings.get(id);
    if (sending != null && sending.still()) sendings.remove(id);
  }

  /** Nothing more comes: what it came to is written into its own document. */
  private void report(Course course) {
    String id = course.mailing().id();
    if (!ending.add(id)) return;
    on.loop().when(new Tally(on).freeze(course), (done, failure) -> ending.remove(id));
  }

  /** What runs tell. */
  private final class Room implements Sending.Hooks {
    @Override
    public void room() {
      if (pumping) return;
      pumping = true;
      on.loop()
          .execute(
              () -> {
                pumping = false;
                sendings.values().forEach(Sending::pump);
                quiet();
              });
    }

    @Override
    public int runs(Grade grade) {
      int mailings = 0;
      int runs = 0;
      for (Sending one : sendings.values()) {
        if (one.grade() != grade) continue;
        if (one.goes()) mailings++;
        runs += one.runs();
      }
      return runs >= MOST_RUNS ? 0 : Math.clamp(MOST_RUNS / Math.max(1, mailings), 1, Sending.RUNS);
    }

    @Override
    public boolean stopping() {
      return stopped;
    }
  }
}
