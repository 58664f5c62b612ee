package ma.jisr.bench.load;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The persons in random order, each once, then again from the start; whoever waits for a reply is
 * passed over.
 */
final class People {
  private static final long SEED = 20_240_901;

  private final int[] order;
  private final long[] waitsSince;
  private final byte[] partsLeft;
  private int next;
  private int waiting;

  People(int count) {
    order = new int[count];
    Arrays.setAll(order, i -> i);
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = count - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    waitsSince = new long[count];
    partsLeft = new byte[count];
  }

  /** How many wait for a reply. */
  int waiting() {
    return waiting;
  }

  /** Whether everybody waits. */
  boolean exhausted() {
    return waiting == order.length;
  }

  /** The next person who waits for nothing; from now on he does, since the instant given. */
  int write(long now) {
    while (waitsSince[order[next]] != 0) next = (next + 1) % order.length;
    int person = order[next];
    next = (next + 1) % order.length;
    waitsSince[person] = now;
    partsLeft[person] = 0;
    waiting++;
    return person;
  }

  /** Since when the person waits; 0 when he does not. */
  long waitsSince(int person) {
    return waitsSince[person];
  }

  /** He goes on waiting, for the next screen. */
  void waitAgain(int person, long now) {
    waitsSince[person] = now;
    partsLeft[person] = 0;
  }

  /** Counts a segment; true when it was the message's last. */
  boolean whole(int person, int parts) {
    if (partsLeft[person] == 0) partsLeft[person] = (byte) parts;
    return --partsLeft[person] == 0;
  }

  /** He waits no more. */
  void done(int person) {
    waitsSince[person] = 0;
    waiting--;
  }
}
