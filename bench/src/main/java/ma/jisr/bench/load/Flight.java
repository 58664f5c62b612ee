package ma.jisr.bench.load;

import java.util.Arrays;

/** The deliver_sm under way: who sent which, and when it was written. */
final class Flight {
  /**
   * Slots by sequence number: far more than any window, so that a late response is not mistaken.
   */
  private static final int SLOTS = 1 << 16;

  private final int[] persons = new int[SLOTS];
  private final long[] sentAt = new long[SLOTS];
  private final int window;
  private int sequence;
  private int unanswered;

  Flight(int window) {
    this.window = Math.min(window, SLOTS / 2);
    Arrays.fill(persons, -1);
  }

  boolean hasRoom() {
    return unanswered < window;
  }

  int unanswered() {
    return unanswered;
  }

  /** The sequence number for a message of this person. */
  int launch(int person, long now) {
    sequence = sequence == Integer.MAX_VALUE ? 1 : sequence + 1;
    int slot = sequence & (SLOTS - 1);
    persons[slot] = person;
    sentAt[slot] = now;
    unanswered++;
    return sequence;
  }

  /** When it was written; 0 for one that is not under way. */
  long sentAt(int sequence) {
    return persons[sequence & (SLOTS - 1)] < 0 ? 0 : sentAt[sequence & (SLOTS - 1)];
  }

  /** Whose it was; it is no longer under way. */
  int land(int sequence) {
    int slot = sequence & (SLOTS - 1);
    int person = persons[slot];
    persons[slot] = -1;
    unanswered--;
    return person;
  }
}
