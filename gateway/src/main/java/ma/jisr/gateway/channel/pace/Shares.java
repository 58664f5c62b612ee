package ma.jisr.gateway.channel.pace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import ma.jisr.flow.Urgency;

/**
 * What waits for a link, by how pressing it is: each class has a least share of the rate, and what
 * one does not use the others get (weighted fair queueing). In one class all keeps its order, and
 * so stay the parts of one message together.
 *
 * @param <T> a segment, or a whole message
 */
public final class Shares<T> {
  /** The classes, by their index here. */
  public enum Kind {
    /** Warnings: 40 %. */
    EMERGENCY(0, 40),
    /** Screens of dialogues: somebody looks at a phone, 30 %. */
    SCREEN(1, 30),
    /** Answers by SMS: 20 %. */
    REPLY(2, 20),
    /** What can wait, but not for ever: 10 %. */
    BULK(3, 10);

    /** Least share of the rate while it has something to send, percent. */
    final int percent;

    private final int index;

    Kind(int index, int percent) {
      this.index = index;
      this.percent = percent;
    }

    /** The class of a message. */
    public static Kind of(Urgency urgency) {
      return switch (urgency) {
        case EMERGENCY -> EMERGENCY;
        case REPLY -> REPLY;
        case BULK -> BULK;
      };
    }
  }

  private static final Kind[] KINDS = Kind.values();

  private final List<Deque<T>> waiting = new ArrayList<>();

  /** What each class has had, weighed by its share: the least goes next. */
  private final double[] had = new double[KINDS.length];

  private double now;
  private int size;

  public Shares() {
    for (int i = 0; i < KINDS.length; i++) {
      waiting.add(new ArrayDeque<>());
    }
  }

  public int size() {
    return size;
  }

  public void add(Kind kind, T one) {
    Deque<T> own = waiting.get(kind.index);
    if (own.isEmpty()) {
      // What was not used while nothing waited is not saved up.
      had[kind.index] = Math.max(had[kind.index], now);
    }
    own.add(one);
    size++;
  }

  /** Whose turn it is; not on an empty one. */
  public T peek() {
    return waiting.get(next()).element();
  }

  /** Takes the one whose turn it is, and charges its class. */
  public T take() {
    int turn = next();
    now = had[turn];
    had[turn] += 1.0 / KINDS[turn].percent;
    size--;
    return waiting.get(turn).remove();
  }

  /** Takes it without charging: it is not sent. */
  public void drop() {
    waiting.get(next()).remove();
    size--;
  }

  /** Takes all that is left, class by class. */
  public List<T> clear() {
    List<T> all = new ArrayList<>(size);
    for (Deque<T> own : waiting) {
      all.addAll(own);
      own.clear();
    }
    size = 0;
    return all;
  }

  private int next() {
    int best = -1;
    for (int i = 0; i < KINDS.length; i++) {
      if (!waiting.get(i).isEmpty() && (best < 0 || had[i] < had[best])) {
        best = i;
      }
    }
    return best;
  }
}
