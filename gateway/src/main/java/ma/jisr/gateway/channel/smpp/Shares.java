package ma.jisr.gateway.channel.smpp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import ma.jisr.flow.Urgency;

/**
 * The segments that wait for a link, by how pressing they are: each class has a least share of the
 * rate, and what one does not use the others get (weighted fair queueing). In one class they keep
 * their order, and so stay the parts of one message together.
 */
final class Shares {
  /** The classes, by their index here. */
  enum Kind {
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
    static Kind of(Urgency urgency) {
      return switch (urgency) {
        case EMERGENCY -> EMERGENCY;
        case REPLY -> REPLY;
        case BULK -> BULK;
      };
    }
  }

  private static final Kind[] KINDS = Kind.values();

  private final List<Deque<Segment>> waiting = new ArrayList<>();

  /** What each class has had, weighed by its share: the least goes next. */
  private final double[] had = new double[KINDS.length];

  private double now;
  private int size;

  Shares() {
    for (int i = 0; i < KINDS.length; i++) {
      waiting.add(new ArrayDeque<>());
    }
  }

  int size() {
    return size;
  }

  void add(Kind kind, Segment segment) {
    Deque<Segment> own = waiting.get(kind.index);
    if (own.isEmpty()) {
      // What was not used while nothing waited is not saved up.
      had[kind.index] = Math.max(had[kind.index], now);
    }
    own.add(segment);
    size++;
  }

  /** Whose turn it is; not on an empty one. */
  Segment peek() {
    return waiting.get(next()).element();
  }

  /** Takes the one whose turn it is, and charges its class. */
  Segment take() {
    int turn = next();
    now = had[turn];
    had[turn] += 1.0 / KINDS[turn].percent;
    size--;
    return waiting.get(turn).remove();
  }

  /** Takes it without charging: it is not sent. */
  void drop() {
    waiting.get(next()).remove();
    size--;
  }

  /** Takes all that is left, class by class. */
  List<Segment> clear() {
    List<Segment> all = new ArrayList<>(size);
    for (Deque<Segment> own : waiting) {
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
