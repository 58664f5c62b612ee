package ma.jisr.service.notices.mailing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import ma.jisr.flow.port.carry.Carried;
import org.jspecify.annotations.Nullable;

/**
 * The sending of one chunk by one node. A slice of its recipients is written down as being handed
 * out, with what became of those before, in one write; then they are; meanwhile the next is
 * prepared. Whoever finds the chunk after a crash sees whom it concerned. Ends when nothing can be
 * done now, and gives the chunk back. Confined to its loop.
 */
final class ChunkRun {
  /** For how long a write gives the chunk to its writer. */
  static final Duration LEASE = Duration.ofSeconds(60);

  /** How long a parcel may wait for its link: with the link's own patience within the lease. */
  static final Duration LATEST = Duration.ofSeconds(30);

  /** How long it waits for room before somebody else may have the chunk. */
  private static final Duration IDLE = Duration.ofSeconds(5);

  /** When a chunk is looked at again in which somebody waits for a link. */
  private static final Duration HOLD = Duration.ofSeconds(2);

  private final Ground on;
  private final Chunks chunks;
  private final Gates gates;
  private final Supplier<Course> course;
  private final Chunk chunk;
  private final String owner;
  private final Hooks hooks;
  private Sheet sheet;
  private ReadyList ready = ReadyList.none();
  private Map<Integer, Outcome> outcomes = new HashMap<>();
  private List<Ready> planned = List.of();
  private Instant written;
  private int going;
  private int writes;
  private boolean busy = true;
  private boolean over;

  /** Who is told. On the loop. */
  interface Hooks {
    /** There is room at a gate. */
    void room();

    /** It has given the chunk back, or lost it. */
    void ended(ChunkRun run);

    /** Whether nothing more is to be handed out. */
    boolean stopping();
  }

  /**
   * @param sheet that this run owns
   */
  ChunkRun(Ground on, Gates gates, Supplier<Course> course, Chunk chunk, Sheet sheet, Hooks hooks) {
    this.on = on;
    this.chunks = on.chunks();
    this.gates = gates;
    this.course = course;
    this.chunk = chunk;
    this.sheet = sheet;
    this.owner = sheet.owner;
    this.hooks = hooks;
    this.written = on.loop().now();
  }

  String mailing() {
    return sheet.mailing;
  }

  int number() {
    return sheet.number;
  }

  /** Clears up what is in doubt, then sends. */
  void begin() {
    Recovery recovery = new Recovery(on, course.get(), chunk, sheet);
    on.loop()
        .when(
            recovery.settle(),
            (settling, failure) -> {
              if (settling == null) lost();
              else if (settling.isEmpty()) free();
              else write(settling.get(), this::free);
            });
  }

  private void free() {
    busy = false;
    pump();
  }

  /** Does what can be done now. */
  void pump() {
    if (busy || over) return;
    Instant now = on.loop().now();
    boolean goes = course.get().goes(now) && !hooks.stopping();
    if (goes && !ready.fresh(now) && !sheet.sendable(now.toEpochMilli()).isEmpty()) load(now);
    else if (!goes || !send(now)) pause(now, goes);
  }

  private void load(Instant now) {
    busy = true;
    List<Integer> open = sheet.sendable(now.toEpochMilli());
    on.loop()
        .when(
            on.audience().of(open.stream().map(index -> chunk.people().get(index)).toList()),
            (found, failure) -> {
              if (found == null) {
                lost();
                return;
              }
              ready = ReadyList.of(course.get().mailing(), chunk, open, found, on.carrier(), now);
              free();
            });
  }

  /** Writes the next slice down and hands it out; false when there is none. */
  private boolean send(Instant now) {
    Course current = course.get();
    List<Ready> slice = ready.slice(gates, current.mailing().grade(), now);
    Map<Integer, Status> never = ready.never();
    if (slice.isEmpty() && never.isEmpty()) return false;
    busy = true;
    long at = now.toEpochMilli();
    Predicate<Sheet> change =
        next -> {
          never.forEach(
              (index, status) -> {
                if (next.status(index).sendable()) next.set(index, status);
              });
          for (Ready one : slice) {
            if (!next.status(one.index()).sendable()) continue;
            next.set(one.index(), Status.SUBMITTING, next.retry(one.index()).going(at));
            next.sent(one.index(), one.language(), one.link());
          }
          return true;
        };
    going += slice.size();
    planned = slice;
    write(
        change,
        () -> {
          hand(slice, current);
          free();
        });
    return true;
  }

  private void hand(List<Ready> slice, Course current) {
    Instant now = on.loop().now();
    Instant latest = current.latest(now, now.plus(LATEST));
    planned = List.of();
    for (Ready one : slice) {
      if (sheet.status(one.index()) != Status.SUBMITTING) {
        leave(one);
        continue;
      }
      int taken = sheet.retry(one.index()).taken();
      on.loop()
          .when(
              on.carrier().carry(one.parcel(current, sheet.number, latest, taken)),
              (carried, failure) -> {
                if (carried == null) carried = new Carried.Uncertain("no outcome", 0);
                settled(one, carried);
              });
    }
  }

  private void leave(Ready one) {
    going--;
    gates.of(course.get().mailing().grade(), one.link()).left();
  }

  private void settled(Ready one, Carried carried) {
    leave(one);
    Instant now = on.loop().now();
    Gate gate = gates.of(course.get().mailing().grade(), one.link());
    Duration pause = Duration.ZERO;
    switch (carried) {
      case Carried.Taken taken -> gate.taken();
      case Carried.Held held -> pause = gate.refused(now);
      case Carried.Later later -> pause = gate.refused(now);
      default -> {}
    }
    outcomes.put(one.index(), new Outcome(carried, now, pause));
    hooks.room();
  }

  /** Nothing can be handed out now: what is going is waited for, then the chunk is given back. */
  private void pause(Instant now, boolean goes) {
    boolean idle = now.isAfter(written.plus(IDLE));
    if (going > 0 && !(idle && !outcomes.isEmpty())) return;
    if (going > 0) {
      busy = true;
      write(sheet -> true, this::free);
    } else if (!goes || idle || ready.isEmpty()) {
      giveBack(now);
    }
  }

  private void giveBack(Instant now) {
    busy = true;
    Course current = course.get();
    write(
        next -> {
          if (current.over()) drop(next);
          next.owner = "";
          next.due = next.next(now.plus(HOLD).toEpochMilli());
          return true;
        },
        this::lost);
  }

  private static void drop(Sheet sheet) {
    for (int i = 0; i < sheet.size(); i++)
      if (sheet.status(i).sendable()) sheet.set(i, Status.DROPPED);
  }

  /** Writes what became of those handed out, and this; the chunk must still be this run's. */
  private void write(Predicate<Sheet> change, Runnable then) {
    Map<Integer, Outcome> told = outcomes;
    outcomes = new HashMap<>();
    Instant now = on.loop().now();
    Duration patience = on.patience().of(course.get().mailing().grade());
    on.loop()
        .when(
            chunks.change(
                sheet.mailing,
                sheet.number,
                owner + ' ' + ++writes,
                next -> {
                  if (!next.owner.equals(owner)) return false;
                  told.forEach((index, outcome) -> outcome.write(next, index, patience));
                  next.due = now.plus(LEASE).toEpochMilli();
                  return change.test(next);
                }),
            (done, failure) -> wrote(done == null ? null : done.orElse(null), now, then));
  }

  private void wrote(@Nullable Sheet done, Instant now, Runnable then) {
    if (done == null) {
      lost();
      return;
    }
    sheet = done;
    written = now;
    then.run();
  }

  /** It is not this run's any more, or nothing is known: who finds the chunk asks the marks. */
  private void lost() {
    over = true;
    planned.forEach(this::leave);
    hooks.ended(this);
  }
}
