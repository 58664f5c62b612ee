package ma.jisr.gateway.channel.chat.mattermost;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.http.message.Called;

/**
 * The posts on their way in: each once, each person's one after another, and again until it is
 * durable. Confined to its loop.
 */
final class Intake {
  /** Posts that wait from which on the stream is held back: some seconds of a large server. */
  static final int FULL = 1_000;

  /** Ids of posts that are known again. */
  private static final int REMEMBERED = 10_000;

  private final Loop loop;
  private final Duration pause;
  private final Engine engine;
  private final Map<String, Deque<Posted.Words>> lanes = new HashMap<>();
  private final Map<String, Long> settled = new LinkedHashMap<>();
  private final TreeMap<Long, Integer> open = new TreeMap<>();
  private final Map<String, Long> waiting = new HashMap<>();
  private final List<Runnable> forRoom = new ArrayList<>();
  private long newest;
  private int given;
  private boolean stopped;

  /** Who takes posts, and says when they are durable. */
  interface Engine {
    void take(Called.Words words, Acknowledgement done);
  }

  /**
   * @param pause before what was not kept is given again
   */
  Intake(Loop loop, Duration pause, Engine engine) {
    this.loop = loop;
    this.pause = pause;
    this.engine = engine;
  }

  /** Goes on from here. */
  void restore(Mark mark) {
    newest = mark.at();
    for (String id : mark.beyond()) settled.put(id, mark.at());
  }

  /** False when it is known already. */
  boolean take(Posted.Words post) {
    if (settled.containsKey(post.id()) || waiting.containsKey(post.id())) return false;
    waiting.put(post.id(), post.at());
    open.merge(post.at(), 1, Integer::sum);
    newest = Math.max(newest, post.at());
    Deque<Posted.Words> lane = lanes.computeIfAbsent(post.user(), user -> new ArrayDeque<>());
    lane.add(post);
    if (lane.size() == 1) give(post);
    return true;
  }

  private void give(Posted.Words post) {
    if (stopped) return;
    given++;
    Called.Words words = new Called.Words(post.id(), post.user(), "", post.text());
    engine.take(
        words,
        new Acknowledgement() {
          @Override
          public void accepted() {
            loop.execute(() -> settle(post));
          }

          @Override
          public void busy() {
            loop.execute(() -> again(post));
          }
        });
  }

  private void again(Posted.Words post) {
    given--;
    var unused = loop.after(pause, () -> give(post));
  }

  private void settle(Posted.Words post) {
    given--;
    waiting.remove(post.id());
    open.computeIfPresent(post.at(), (at, many) -> many == 1 ? null : many - 1);
    settled.put(post.id(), post.at());
    if (settled.size() > REMEMBERED) settled.remove(settled.keySet().iterator().next());
    Deque<Posted.Words> lane = lanes.get(post.user());
    if (lane != null) {
      lane.remove();
      if (lane.isEmpty()) lanes.remove(post.user());
      else give(lane.element());
    }
    if (waiting.size() <= FULL / 2 && !forRoom.isEmpty()) {
      List<Runnable> all = List.copyOf(forRoom);
      forRoom.clear();
      all.forEach(Runnable::run);
    }
  }

  boolean full() {
    return waiting.size() >= FULL;
  }

  /** Whether nothing that was given on is still without an answer. */
  boolean quiet() {
    return given == 0;
  }

  /** Runs it when half of the room is free: now, or later. */
  void whenRoom(Runnable task) {
    if (waiting.size() <= FULL / 2) task.run();
    else forRoom.add(task);
  }

  /** Until when all has been heard, and what has been behind it. */
  Mark mark() {
    long at = open.isEmpty() ? newest : Math.min(newest, open.firstKey() - 1);
    List<String> beyond = new ArrayList<>();
    settled.forEach(
        (id, made) -> {
          if (made > at - Mark.OVERLAP_MILLIS) beyond.add(id);
        });
    int over = Math.max(0, beyond.size() - Mark.MOST);
    return new Mark(at, beyond.subList(over, beyond.size()));
  }

  /** Gives nothing on any more: what waits is looked up again by whoever comes after. */
  void stop() {
    stopped = true;
  }
}
