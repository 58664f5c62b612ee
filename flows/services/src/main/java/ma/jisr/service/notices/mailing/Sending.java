package ma.jisr.service.notices.mailing;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One mailing as this node sees to it: its laying down, the chunks that it sends, its end. Confined
 * to its loop.
 */
final class Sending {
  /** Chunks sent side by side: while one waits for its write, the others keep the links busy. */
  static final int RUNS = 4;

  /** Chunks looked at for one to send. */
  private static final int PAGE = 16;

  /** Chunks that a dead process may have left: more than it can have had. */
  private static final int LEFT = 200;

  private final Ground on;
  private final Chunks chunks;
  private final Courses courses;
  private final Gates gates;
  private final Hooks hooks;
  private final Map<Integer, ChunkRun> runs = new HashMap<>();
  private final Deque<Sheet> left = new ArrayDeque<>();
  private Course course;
  private @Nullable Laying laying;
  private boolean takingOn;
  private boolean picking;
  private boolean searched;
  private boolean closing;
  private long serial;

  /** Who is told. On the loop. */
  interface Hooks {
    /** There may be something to do for the others. */
    void room();

    /** How many chunks a mailing of this grade may have under way; 0 while all together have. */
    int runs(Grade grade);

    boolean stopping();
  }

  Sending(Ground on, Gates gates, Course course, Hooks hooks) {
    this.on = on;
    this.chunks = on.chunks();
    this.courses = on.courses();
    this.gates = gates;
    this.course = course;
    this.hooks = hooks;
    // Alone, what another process has owned is over: nobody else will give it back.
    this.searched = !on.alone();
  }

  String id() {
    return course.mailing().id();
  }

  Grade grade() {
    return course.mailing().grade();
  }

  /** Whether parcels of it may be handed out now. */
  boolean goes() {
    return course.goes(on.loop().now());
  }

  /** Chunks under way, that being taken on included. */
  int runs() {
    return runs.size() + (picking ? 1 : 0);
  }

  private boolean full() {
    return runs.size() >= hooks.runs(grade());
  }

  /** Whether nothing of it is under way here. */
  boolean still() {
    return runs.isEmpty() && laying == null && !takingOn && !picking && !closing;
  }

  void stop() {
    if (laying != null) laying.stop();
    pump();
  }

  /** How it stands now. */
  void see(Course now) {
    course = now;
    Instant at = on.loop().now();
    if (!course.over() && !at.isBefore(course.mailing().until())) expire();
    if (course.goes(at) && !course.laid()) layDown();
    pump();
    close();
    pick();
  }

  void pump() {
    for (ChunkRun run : List.copyOf(runs.values())) run.pump();
  }

  /** Its time is over; if all had been sent before, that is no harm. */
  private void expire() {
    var unused =
        courses.change(id(), "expired", one -> one.over() ? null : one.with(Course.Word.EXPIRED));
  }

  private void layDown() {
    if (laying != null || takingOn) return;
    takingOn = true;
    on.loop()
        .when(
            withdrawn()
                .thenCompose(
                    ready ->
                        ready
                            ? Laying.take(on, course, gates.doubt(), this::laid)
                            : CompletableFuture.completedFuture(Optional.<Laying>empty())),
            (taken, failure) -> {
              takingOn = false;
              if (taken == null || taken.isEmpty()) return;
              laying = taken.get();
              if (hooks.stopping()) laying.stop();
              laying.go();
            });
  }

  /** What it takes the place of is withdrawn, and nothing of it under way any more. */
  private CompletableFuture<Boolean> withdrawn() {
    if (!(course.mailing().aim() instanceof Aim.SameAs same))
      return CompletableFuture.completedFuture(true);
    List<CompletableFuture<Boolean>> all = new ArrayList<>();
    for (String before : same.mailings()) all.add(withdrawn(before));
    return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
        .thenApply(done -> all.stream().allMatch(CompletableFuture::join));
  }

  private CompletableFuture<Boolean> withdrawn(String before) {
    return courses
        .get(before)
        .thenCompose(
            found -> {
              if (found.isEmpty() || found.get().ended() != null)
                return CompletableFuture.completedFuture(true);
              if (found.get().over()) return settled(before);
              return courses
                  .change(
                      before,
                      "withdrawn for " + id(),
                      one -> one.over() ? null : one.with(Course.Word.CANCELLED))
                  .thenApply(done -> false);
            });
  }

  /** Whether nothing of a mailing can still go: those in doubt got it, or may have. */
  private CompletableFuture<Boolean> settled(String before) {
    return chunks
        .open(before, Long.MAX_VALUE, LEFT)
        .thenApply(
            open ->
                open.stream()
                    .allMatch(
                        sheet ->
                            sheet.owner.isEmpty()
                                && sheet.sendable(Long.MAX_VALUE).isEmpty()
                                && sheet.all(Status.SUBMITTING).isEmpty()));
  }

  private void laid() {
    laying = null;
    pick();
    hooks.room();
  }

  /** Takes chunks on, as long as something can be done about them. */
  private void pick() {
    if (picking || hooks.stopping() || full() || !useful()) return;
    Sheet orphan = left.poll();
    if (orphan != null) {
      picking = true;
      acquire(orphan, new ArrayDeque<>());
      return;
    }
    picking = true;
    long before = searched ? on.millis() + 1 : Long.MAX_VALUE;
    on.loop()
        .when(
            chunks.open(id(), before, searched ? PAGE : LEFT),
            (open, failure) -> {
              picking = false;
              if (open != null) choose(open);
            });
  }

  private boolean useful() {
    Instant now = on.loop().now();
    return course.over() || (course.goes(now) && gates.open(course.mailing().grade(), now));
  }

  private void choose(List<Sheet> open) {
    Deque<Sheet> free = new ArrayDeque<>();
    for (Sheet sheet : open) {
      if (runs.containsKey(sheet.number)) continue;
      if (searched) free.add(sheet);
      else if (!sheet.owner.isEmpty() && !ours(sheet.owner)) left.add(sheet);
    }
    boolean again = !searched;
    searched = true;
    if (again) pick();
    else if (!free.isEmpty()) {
      picking = true;
      acquire(free.remove(), free);
    }
  }

  private boolean ours(String owner) {
    return owner.startsWith(on.node() + '/');
  }

  private void acquire(Sheet seen, Deque<Sheet> others) {
    String owner = on.node() + '/' + ++serial;
    long now = on.millis();
    CompletableFuture<Optional<Sheet>> taken =
        chunks.change(
            id(),
            seen.number,
            owner,
            sheet -> {
              boolean dead = on.alone() && !sheet.owner.isEmpty() && !ours(sheet.owner);
              if (!sheet.open() || !(dead || sheet.due <= now)) return false;
              sheet.owner = owner;
              sheet.due = now + ChunkRun.LEASE.toMillis();
              return true;
            });
    on.loop()
        .when(
            taken.thenCombine(chunks.get(id(), seen.number), Pair::new),
            (pair, failure) -> {
              picking = false;
              if (pair != null && pair.sheet().isPresent() && pair.chunk().isPresent())
                run(pair.sheet().get(), pair.chunk().get());
              if (others.isEmpty() || full() || !useful()) {
                if (pair != null) pick();
              } else {
                picking = true;
                acquire(others.remove(), others);
              }
            });
  }

  private record Pair(Optional<Sheet> sheet, Optional<Chunk> chunk) {}

  private void run(Sheet sheet, Chunk chunk) {
    ChunkRun run = new ChunkRun(on, gates, () -> course, chunk, sheet, new Ends());
    runs.put(run.number(), run);
    run.begin();
  }

  /** Says that it is over, once nothing of it is under way anywhere. */
  private void close() {
    if (closing || !still() || hooks.stopping()) return;
    Instant now = on.loop().now();
    boolean elsewhere =
        !course.laid()
            && !course.owner().isEmpty()
            && !course.owner().equals(on.node())
            && !on.alone()
            && now.isBefore(course.lease());
    if (elsewhere || !(course.laid() || course.over())) return;
    closing = true;
    on.loop()
        .when(
            chunks
                .open(id(), Long.MAX_VALUE, 1)
                .thenCompose(
                    open ->
                        open.isEmpty()
                            ? courses.change(
                                id(), "ended", one -> one.ended() == null ? one.ended(now) : null)
                            : CompletableFuture.completedFuture(Optional.<Course>empty())),
            (done, failure) -> {
              closing = false;
              if (done != null && done.isPresent()) course = done.get();
            });
  }

  /** What runs tell. */
  private final class Ends implements ChunkRun.Hooks {
    @Override
    public void room() {
      hooks.room();
    }

    @Override
    public void ended(ChunkRun run) {
      runs.remove(run.number(), run);
      pick();
      hooks.room();
    }

    @Override
    public boolean stopping() {
      return hooks.stopping();
    }
  }
}
