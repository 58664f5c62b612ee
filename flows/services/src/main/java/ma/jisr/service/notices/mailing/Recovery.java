package ma.jisr.service.notices.mailing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import ma.jisr.flow.port.carry.Fate;
import ma.jisr.flow.port.carry.Marked;
import ma.jisr.flow.port.carry.Tracked;
import ma.jisr.service.audience.Subscriber;
import org.jspecify.annotations.Nullable;

/**
 * What is done about recipients in doubt: those whom a crash left as being handed out, and those
 * whose receipts have been waited for long enough. The marks say who certainly has it; of the
 * others a receipt may come that no message matches, since its name died with the process. After
 * that an ordinary text is left unknown, and an extreme one sent again.
 */
final class Recovery {
  /** Times that one extreme text is in doubt until it is left so. */
  private static final int MOST_DOUBTS = 3;

  private final Ground on;
  private final Course course;
  private final Chunk chunk;
  private final Sheet sheet;
  private final long now;

  Recovery(Ground on, Course course, Chunk chunk, Sheet sheet) {
    this.on = on;
    this.course = course;
    this.chunk = chunk;
    this.sheet = sheet;
    this.now = on.millis();
  }

  /** What is to be written; empty when nobody is in doubt. */
  CompletableFuture<Optional<Predicate<Sheet>>> settle() {
    List<Integer> left = sheet.all(Status.SUBMITTING);
    List<Integer> waited = new ArrayList<>();
    for (int index : sheet.all(Status.AWAITING))
      if (sheet.retry(index).next() <= now) waited.add(index);
    if (left.isEmpty() && waited.isEmpty())
      return CompletableFuture.completedFuture(Optional.empty());
    return marks(left)
        .thenCombine(
            strays(waited),
            (marks, fates) ->
                Optional.of(
                    next -> {
                      for (int index : left) marked(next, index, marks.get(parcel(index)));
                      for (int index : waited) waited(next, index, fates.get(parcel(index)));
                      return true;
                    }));
  }

  private String parcel(int index) {
    return Chunk.parcel(sheet.mailing, sheet.number, index);
  }

  private CompletableFuture<Map<String, Marked>> marks(List<Integer> left) {
    if (left.isEmpty()) return CompletableFuture.completedFuture(Map.of());
    return on.carrier().marks(left.stream().map(index -> tracked(index, "")).toList());
  }

  private Tracked tracked(int index, String number) {
    Instant sent = Instant.ofEpochMilli(sheet.retry(index).sent());
    return new Tracked(parcel(index), number, course.mailing().until(), sent);
  }

  private CompletableFuture<Map<String, Fate>> strays(List<Integer> waited) {
    if (waited.isEmpty()) return CompletableFuture.completedFuture(Map.of());
    Map<Integer, String> people = new HashMap<>();
    for (int index : waited) people.put(index, chunk.people().get(index));
    return on.audience()
        .of(people.values())
        .thenCompose(
            found -> {
              List<Tracked> asked = new ArrayList<>();
              for (int index : waited) {
                Subscriber reader = found.get(chunk.people().get(index));
                if (reader != null) asked.add(tracked(index, reader.number()));
              }
              return on.carrier().strays(asked);
            });
  }

  private void marked(Sheet next, int index, @Nullable Marked mark) {
    if (next.status(index) != Status.SUBMITTING) return;
    if (mark != null && mark.whole()) {
      next.set(index, Status.TAKEN);
      return;
    }
    long until = now + on.patience().of(course.mailing().grade()).toMillis();
    int taken = mark == null ? 0 : mark.taken();
    next.set(index, Status.AWAITING, next.retry(index).doubted(until, taken));
  }

  private void waited(Sheet next, int index, @Nullable Fate fate) {
    if (next.status(index) != Status.AWAITING) return;
    Retry retry = next.retry(index);
    if (fate != null) {
      next.set(
          index,
          switch (fate) {
            case DELIVERED -> Status.DELIVERED;
            case LOST -> Status.FAILED;
            case UNDER_WAY -> Status.TAKEN;
          });
    } else if (course.mailing().extreme() && !course.over() && retry.doubts() < MOST_DOUBTS) {
      next.set(index, Status.RETRY, retry.held(now, 0));
      next.repeated++;
    } else {
      next.set(index, Status.UNKNOWN);
    }
  }
}
